using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using GraphQL;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Http;

/// <summary>Thrown where the JSON of a request is not what is allowed; the error says why.</summary>
internal sealed class RefusedInputException(ExecutionError error) : Exception(error.Message)
{
    public ExecutionError Error => error;
}

/// <summary>
/// Reads the JSON of a request in one pass, and stops where it first goes over a limit: nothing is made of what comes after. Objects become
/// dictionaries, arrays lists, and a number the smallest type that holds every digit of it.
/// </summary>
internal ref struct JsonInput
{
    /// <summary>How deep the JSON may nest.</summary>
    public const int Depth = 64;

    private readonly RequestLimits _limits;
    private readonly int _requestDepth;
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;
    private int _values;

    private JsonInput(ReadOnlySpan<byte> json, RequestLimits limits, int requestDepth)
    {
        _requestDepth = requestDepth;
        _json = json;
        _limits = limits;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth });
    }

    /// <summary>The value.</summary>
    /// <param name="requestDepth">How deep the members of the request stand: deeper where something is around it.</param>
    /// <exception cref="RefusedInputException">It goes over a limit.</exception>
    /// <exception cref="JsonException">It is not JSON, nests too deep, or has a member twice.</exception>
    /// <exception cref="InvalidOperationException">A text has half of a surrogate pair.</exception>
    public static object? Read(ReadOnlySpan<byte> json, RequestLimits limits, int requestDepth = 1)
    {
        var input = new JsonInput(json, limits, requestDepth);
        input.Next();
        var value = input.Value();
        // Only white space may follow.
        while (input._reader.Read()) { }
        return value;
    }

    private void Next()
    {
        if (!_reader.Read())
            throw new JsonException("The JSON ends before its value does.");
    }

    private object? Value()
    {
        if (++_values > _limits.JsonValues)
            throw Exceeded(nameof(_limits.JsonValues), _limits.JsonValues);
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Members();
            case JsonTokenType.StartArray:
                var items = new List<object?>();
                for (Next(); _reader.TokenType is not JsonTokenType.EndArray; Next())
                    items.Add(Value());
                return items;
            case JsonTokenType.String:
                // The members of the request itself have limits of their own.
                if (_reader.CurrentDepth > _requestDepth && _reader.ValueSpan.Length > _limits.JsonText)
                    throw Exceeded(nameof(_limits.JsonText), _limits.JsonText, _reader.ValueSpan.Length);
                return _reader.GetString();
            case JsonTokenType.Number:
                return Number(_reader.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False:
                return _reader.TokenType is JsonTokenType.True;
            default:
                return null;
        }
    }

    private Dictionary<string, object?> Members()
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (Next(); _reader.TokenType is not JsonTokenType.EndObject; Next())
        {
            var name = _reader.GetString()!;
            Next();
            if (!members.TryAdd(name, Value()))
                throw new JsonException($"The member '{ArgumentReader.Shorten(name)}' stands twice.");
        }
        return members;
    }

    private object Number(ReadOnlySpan<byte> digits)
    {
        if (digits.Length > _limits.NumberLength)
            throw Exceeded(nameof(_limits.NumberLength), _limits.NumberLength, digits.Length);
        if (_reader.TryGetInt32(out var small))
            return small;
        if (_reader.TryGetInt64(out var large))
            return large;
        Span<char> text = stackalloc char[digits.Length];
        Encoding.ASCII.GetChars(digits, text);
        if (!digits.ContainsAny(".eE"u8))
            return BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return ExactDecimal.Read(text) is { } exact ? exact : _reader.GetDouble();
    }

    private readonly RefusedInputException Exceeded(string limit, int allowed, object? found = null)
    {
        var before = _json[..(int)_reader.TokenStartIndex];
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - before.LastIndexOf((byte)'\n');
        return new(DocumentCheck.Exceeded(limit, allowed, found, $"byte {column} of line {line} of the JSON"));
    }
}
