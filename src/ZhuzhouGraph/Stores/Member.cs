using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ZhuzhouGraph.Stores;

/// <summary>The members of a record that is read by hand.</summary>
internal static class Member
{
    /// <summary>Goes on to the value where the member has that name.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    /// <summary>A text that other records of a list have as well.</summary>
    public static string Repeated(ref Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: false, HasValueSequence: false }
            ? Stores.Repeated.Text(reader.ValueSpan)
            : reader.GetString()!;

    public static T Required<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw Missing(name);

    public static T Required<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct => value ?? throw Missing(name);

    private static JsonException Missing(string name) => new($"A record is without '{name}'.");

    public static JsonException Unknown<T>(ref Utf8JsonReader reader) => new($"A {typeof(T).Name} has no member '{reader.GetString()}'.");
}

/// <summary>The names of an enumeration's values, in UTF-8.</summary>
internal static class Names<TEnum>
    where TEnum : struct, Enum
{
    private static readonly (JsonEncodedText Name, TEnum Value)[] All =
    [
        .. Enum.GetValues<TEnum>().Select(value => (JsonEncodedText.Encode(value.ToString()), value)),
    ];

    public static TEnum Read(ref Utf8JsonReader reader)
    {
        foreach (var (name, value) in All)
        {
            if (reader.ValueTextEquals(name.EncodedUtf8Bytes))
                return value;
        }
        throw new JsonException($"'{reader.GetString()}' is no {typeof(TEnum).Name} that this program knows.");
    }
}
