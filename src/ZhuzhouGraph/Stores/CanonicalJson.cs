using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Stores;

/// <summary>
/// The model's records as canonical JSON: equal records are equal texts, so that a store can tell what an import changes. Decimals keep
/// their scale. What a store keeps beside a record, such as the moments of an observation, is left out.
/// </summary>
public static class CanonicalJson
{
    /// <summary>What stores keep beside the record.</summary>
    private static readonly Dictionary<Type, string[]> Columns = new()
    {
        [typeof(Article)] = [nameof(Article.Text), nameof(Article.RemovedAt), nameof(Article.IsBrief)],
        [typeof(Entity)] = [nameof(Entity.RemovedAt), nameof(Entity.IsBrief)],
        [typeof(Relationship)] = [nameof(Relationship.IsBrief)],
        [typeof(Observation)] = [nameof(Observation.RecordedAt), nameof(Observation.RemovedAt), nameof(Observation.IsBrief)],
        [typeof(Citation)] = [nameof(Citation.IsBrief)],
    };

    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        // A record that is damaged is told, not read without what its member said.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new CanonicalJsonContext().WithAddedModifier(LeaveOutColumns),
        Converters =
        {
            new TextConverter<LocalDate>(LocalDatePattern.Iso.Format, text => LocalDatePattern.Iso.Parse(text).GetValueOrThrow()),
            new TextConverter<Address>(address => address.ToString(), Address.Parse),
            new TextConverter<EntityType>(type => type.Name, EntityTypes.Find),
            new TextConverter<Unit>(unit => unit.Code, Units.Find),
            new TextConverter<Breakdown>(breakdown => breakdown.Ids, Breakdown.Parse),
            new SortedDictionaryConverter(),
            new CitationConverter(),
            new RelationshipConverter(),
        },
    };

    /// <summary>The same, with what is read by hand and written by the serializer.</summary>
    private static readonly JsonSerializerOptions ReadForm = new(Form) { Converters = { new ObservationConverter() } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Form.GetTypeInfo(typeof(T)));

    /// <param name="json">UTF-8.</param>
    public static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)ReadForm.GetTypeInfo(typeof(T)))!;

    private static void LeaveOutColumns(JsonTypeInfo info)
    {
        if (!Columns.TryGetValue(info.Type, out var columns))
            return;
        foreach (var property in info.Properties.Where(p => columns.Contains(p.Name)))
            property.ShouldSerialize = (_, _) => false;
    }

    private sealed class TextConverter<T>(Func<T, string> write, Func<string, T?> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString()!;
            return read(text) ?? throw new JsonException($"'{text}' is no {typeof(T).Name} that this program knows.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    /// <summary>Keys in one order, whatever order they came in.</summary>
    private sealed class SortedDictionaryConverter : JsonConverter<IReadOnlyDictionary<string, string>>
    {
        public override IReadOnlyDictionary<string, string> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        )
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var key = Member.Repeated(ref reader);
                reader.Read();
                values.Add(key, Member.Repeated(ref reader));
            }
            return values;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (key, text) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                writer.WriteString(key, text);
            writer.WriteEndObject();
        }
    }
}

/// <summary>The generated half of <see cref="CanonicalJson"/>.</summary>
[JsonSerializable(typeof(Entity))]
[JsonSerializable(typeof(Relationship))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Citation))]
[JsonSerializable(typeof(IReadOnlyCollection<string>))]
[JsonSerializable(typeof(IReadOnlyList<Reference>))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class CanonicalJsonContext : JsonSerializerContext;
