using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Types;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>One form that an object of an answer has, declared once: it is written by it, and the OpenAPI document describes it.</summary>
/// <param name="Name">The name of its schema.</param>
internal sealed record RestShape(string Name, string Description, IReadOnlyList<RestField> Fields)
{
    /// <summary>Chinese characters stand as themselves: the answer is JSON over HTTP, not a part of a page.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(Utf8JsonWriter json, object item, LinkedNodes nodes)
    {
        json.WriteStartObject();
        foreach (var field in Fields)
        {
            json.WritePropertyName(field.Name);
            field.Type.Write(json, field.Read(item, nodes), nodes);
        }
        json.WriteEndObject();
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Description">The Chinese term, then English.</param>
/// <param name="Read">The value, of an item and what it names.</param>
internal sealed record RestField(string Name, RestType Type, string Description, Func<object, LinkedNodes, object?> Read);

/// <summary>The type of a member. Every member is always there; one that is not required may be null.</summary>
/// <param name="Scalar">The type of GraphQL that writes a value; null for an object.</param>
/// <param name="Shape">The form of an object; null for a value, and for an object whose members depend on the item.</param>
internal sealed record RestType(ScalarGraphType? Scalar, RestShape? Shape, bool IsList, bool IsRequired)
{
    /// <summary>An object whose members depend on the item: <see cref="FreeObject"/>.</summary>
    public static RestType Free { get; } = new(null, null, false, true);

    public void Write(Utf8JsonWriter json, object? value, LinkedNodes nodes)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case IEnumerable items when IsList:
                json.WriteStartArray();
                foreach (var item in items)
                    WriteOne(json, item, nodes);
                json.WriteEndArray();
                break;
            default:
                WriteOne(json, value, nodes);
                break;
        }
    }

    private void WriteOne(Utf8JsonWriter json, object value, LinkedNodes nodes)
    {
        if (Shape is not null)
            Shape.Write(json, value, nodes);
        else if (value is FreeObject free)
            free.Write(json, nodes);
        else
            WriteScalar(json, Scalar is null ? value : Scalar.Serialize(value));
    }

    private static void WriteScalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            default:
                throw new InvalidOperationException($"A value of type {value?.GetType()} has no form in an answer.");
        }
    }
}

/// <summary>Members that an item declares itself, each with its type.</summary>
internal sealed record FreeObject(IReadOnlyList<(string Name, RestType Type, object? Value)> Members)
{
    public void Write(Utf8JsonWriter json, LinkedNodes nodes)
    {
        json.WriteStartObject();
        foreach (var (name, type, value) in Members)
        {
            json.WritePropertyName(name);
            type.Write(json, value, nodes);
        }
        json.WriteEndObject();
    }
}
