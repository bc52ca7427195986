using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ZhuzhouGraph.Stores;

/// <summary>
/// A citation in <see cref="CanonicalJson"/>. Every fact has one, so it is read member by member: what the serializer makes of a record
/// takes several times as long.
/// </summary>
internal sealed class CitationConverter : JsonConverter<Citation>
{
    public override Citation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? of = null,
            article = null,
            words = null,
            quote = null;
        Address? address = null;
        ArticlePart? part = null;
        Span? span = null,
            wordsSpan = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Of"u8))
                of = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "Article"u8))
                article = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "Address"u8))
                address = Address.Parse(reader.GetString()!) ?? throw new JsonException($"'{reader.GetString()}' is no {nameof(Address)}.");
            else if (Member.Is(ref reader, "Part"u8))
                part = Names<ArticlePart>.Read(ref reader);
            else if (Member.Is(ref reader, "Words"u8))
                words = reader.GetString();
            else if (Member.Is(ref reader, "Quote"u8))
                quote = reader.GetString();
            else if (Member.Is(ref reader, "Span"u8))
                span = ReadSpan(ref reader);
            else if (Member.Is(ref reader, "WordsSpan"u8))
                wordsSpan = ReadSpan(ref reader);
            else
                throw Member.Unknown<Citation>(ref reader);
        }
        return new(Member.Required(of), Member.Required(article), Member.Required(address), Member.Required(part), words)
        {
            Quote = quote,
            Span = span,
            WordsSpan = wordsSpan,
        };
    }

    public override void Write(Utf8JsonWriter writer, Citation value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(nameof(value.Of), value.Of);
        writer.WriteString(nameof(value.Article), value.Article);
        writer.WriteString(nameof(value.Address), value.Address.ToString());
        writer.WriteString(nameof(value.Part), value.Part.ToString());
        if (value.Words is { } words)
            writer.WriteString(nameof(value.Words), words);
        if (value.Quote is { } quote)
            writer.WriteString(nameof(value.Quote), quote);
        WriteSpan(nameof(value.Span), value.Span);
        WriteSpan(nameof(value.WordsSpan), value.WordsSpan);
        writer.WriteEndObject();

        void WriteSpan(string name, Span? span)
        {
            if (span is null)
                return;
            writer.WriteStartObject(name);
            writer.WriteNumber(nameof(span.Start), span.Start);
            writer.WriteNumber(nameof(span.End), span.End);
            writer.WriteEndObject();
        }
    }

    private static Span ReadSpan(ref Utf8JsonReader reader)
    {
        int? start = null,
            end = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Start"u8))
                start = reader.GetInt32();
            else if (Member.Is(ref reader, "End"u8))
                end = reader.GetInt32();
            else
                throw Member.Unknown<Span>(ref reader);
        }
        return new Span(Member.Required(start), Member.Required(end));
    }
}

/// <summary>A relationship in <see cref="CanonicalJson"/>, read in the same way: a hub has a hundred thousand of them.</summary>
internal sealed class RelationshipConverter : JsonConverter<Relationship>
{
    public override Relationship Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? id = null,
            from = null,
            to = null,
            ground = null;
        RelationshipType? type = null;
        IReadOnlyDictionary<string, string>? properties = null;
        Period? period = null;
        StatementStatus? status = null;
        IReadOnlyList<Reference> references = [];
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Member.Is(ref reader, "Id"u8))
                id = reader.GetString();
            else if (Member.Is(ref reader, "Type"u8))
                type = RelationshipTypes.Find(Member.Repeated(ref reader))
                    ?? throw new JsonException($"'{reader.GetString()}' is no {nameof(RelationshipType)} that this program knows.");
            else if (Member.Is(ref reader, "From"u8))
                from = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "To"u8))
                to = Member.Repeated(ref reader);
            else if (Member.Is(ref reader, "Properties"u8))
                properties = JsonSerializer.Deserialize(ref reader, Of<IReadOnlyDictionary<string, string>>(options));
            else if (Member.Is(ref reader, "Period"u8))
                period = JsonSerializer.Deserialize(ref reader, Of<Period>(options));
            else if (Member.Is(ref reader, "Status"u8))
                status = Names<StatementStatus>.Read(ref reader);
            else if (Member.Is(ref reader, "Ground"u8))
                ground = reader.GetString();
            else if (Member.Is(ref reader, "References"u8))
                references = JsonSerializer.Deserialize(ref reader, Of<IReadOnlyList<Reference>>(options))!;
            else
                throw Member.Unknown<Relationship>(ref reader);
        }
        return new()
        {
            Id = Member.Required(id),
            Type = Member.Required(type),
            From = Member.Required(from),
            To = Member.Required(to),
            Properties = Member.Required(properties),
            Period = period,
            Status = Member.Required(status),
            Ground = ground,
            References = references,
        };
    }

    public override void Write(Utf8JsonWriter writer, Relationship value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(nameof(value.Id), value.Id);
        writer.WriteString(nameof(value.Type), value.Type.Name);
        writer.WriteString(nameof(value.From), value.From);
        writer.WriteString(nameof(value.To), value.To);
        writer.WritePropertyName(nameof(value.Properties));
        JsonSerializer.Serialize(writer, value.Properties, Of<IReadOnlyDictionary<string, string>>(options));
        if (value.Period is { } period)
        {
            writer.WritePropertyName(nameof(value.Period));
            JsonSerializer.Serialize(writer, period, Of<Period>(options));
        }
        writer.WriteString(nameof(value.Status), value.Status.ToString());
        if (value.Ground is { } ground)
            writer.WriteString(nameof(value.Ground), ground);
        if (value.References.Count > 0)
        {
            writer.WritePropertyName(nameof(value.References));
            JsonSerializer.Serialize(writer, value.References, Of<IReadOnlyList<Reference>>(options));
        }
        writer.WriteEndObject();
    }

    private static JsonTypeInfo<T> Of<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
