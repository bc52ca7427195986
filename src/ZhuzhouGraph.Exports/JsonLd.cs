using System.Text.Json;
using NodaTime;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>One thing as JSON-LD of schema.org: a figure as an Observation, an entity as the Dataset of its figures.</summary>
internal static class JsonLd
{
    /// <summary>A dataset lists its variables and sources, and they are gathered before any is written.</summary>
    public const int MostFigures = 100_000;

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, ObservationJson.Options);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        switch (request.Item)
        {
            case Observation observation:
                WriteObservation(json, await RowReader.RowAsync(graph, observation, cancellationToken), request);
                break;
            case Entity entity:
                var rows = await RowReader.AllAsync(
                    graph,
                    request with
                    {
                        Observations = FiguresOf(entity),
                        After = null,
                    },
                    MostFigures,
                    "JSON-LD",
                    cancellationToken
                );
                WriteDataset(json, entity, rows, request);
                break;
            default:
                throw new ExportRefusedException(
                    $"JSON-LD tells one figure or one entity; found {request.Item?.Id ?? "nothing"}. Name a figure (obs:…) or an entity."
                );
        }
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    /// <summary>The figures of an entity: those that it measures, of an indicator, and otherwise those about it.</summary>
    public static ObservationQuery FiguresOf(Entity entity) =>
        entity.Type == EntityTypes.Indicator ? new() { Indicators = [entity.Id] } : new() { About = [entity.Id] };

    private static void WriteObservation(Utf8JsonWriter json, ObservationRow row, ExportRequest request)
    {
        var (o, quantity) = (row.Observation, row.Observation.Quantity);
        json.WriteString("@type", "Observation");
        Identity(json, o.Id, request);
        json.WriteString("name", $"{row.About.Chinese} {row.Indicator.Chinese} {o.Figure}");
        json.WriteStartObject("observationAbout");
        json.WriteString("@type", TypeOf(row.About.Type));
        Identity(json, row.About.Id, request);
        Names(json, row.About);
        json.WriteEndObject();
        json.WriteStartObject("variableMeasured");
        json.WriteString("@type", "StatisticalVariable");
        Identity(json, row.Indicator.Id, request);
        Names(json, row.Indicator);
        json.WriteString("statType", Words<Measure>.Of(o.Measure));
        json.WriteEndObject();
        if (PeriodText.Of(o.Period) is { } period)
            json.WriteString(period.Contains('/', StringComparison.Ordinal) ? "observationPeriod" : "observationDate", period);
        Number(json, "value", quantity.Value);
        Number(json, "minValue", quantity.Lower?.Value);
        Number(json, "maxValue", quantity.Upper?.Value);
        json.WriteString("unitCode", quantity.Unit.Code);
        json.WriteString("unitText", quantity.Unit.Chinese);
        if (quantity.Hedge is not Hedge.None)
            json.WriteString("measurementQualifier", Words<Hedge>.Of(quantity.Hedge));
        json.WriteString("description", o.Figure);
        json.WritePropertyName("subjectOf");
        Article(json, row.Article, row.Citation, request);
    }

    private static void WriteDataset(Utf8JsonWriter json, Entity entity, List<ObservationRow> rows, ExportRequest request)
    {
        var label = NodeLabel.Of(entity);
        json.WriteString("@type", "Dataset");
        Identity(json, entity.Id, request);
        Names(json, label);
        json.WriteString(
            "description",
            $"Figures that newspapers print about {label.English ?? label.Chinese} ({label.Chinese}), each with its evidence."
        );
        json.WriteBoolean("isAccessibleForFree", true);
        json.WriteNumber("size", rows.Count);
        if (Coverage(rows) is { } coverage)
            json.WriteString("temporalCoverage", coverage);
        json.WriteStartArray("variableMeasured");
        foreach (var indicator in rows.Select(row => row.Indicator).DistinctBy(i => i.Id).OrderBy(i => i.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("@type", "StatisticalVariable");
            Identity(json, indicator.Id, request);
            Names(json, indicator);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("isBasedOn");
        foreach (var article in rows.Select(row => row.Article).DistinctBy(a => a.Id))
            Article(json, article, null, request);
        json.WriteEndArray();
    }

    private static string? Coverage(List<ObservationRow> rows)
    {
        List<LocalDate> days =
        [
            .. rows.SelectMany(row => new[] { row.Observation.Period?.First, row.Observation.Period?.Last }).OfType<LocalDate>(),
        ];
        return days.Count == 0 ? null : $"{PeriodText.Day(days.Min())}/{PeriodText.Day(days.Max())}";
    }

    private static void Identity(Utf8JsonWriter json, string id, ExportRequest request)
    {
        if (request.PermalinkOf(id) is { } link)
            json.WriteString("@id", link);
        json.WriteString("identifier", id);
    }

    private static void Names(Utf8JsonWriter json, NodeLabel label)
    {
        json.WriteString("name", label.Chinese);
        if (label.English is { } english)
            json.WriteString("alternateName", english);
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
            json.WriteNumber(name, known);
    }

    private static void Article(Utf8JsonWriter json, Article article, Citation? citation, ExportRequest request)
    {
        json.WriteStartObject();
        json.WriteString("@type", "NewsArticle");
        Identity(json, article.Id, request);
        json.WriteString("headline", article.Title);
        json.WriteString("alternativeHeadline", article.TitleEnglish);
        json.WriteString("datePublished", PeriodText.Day(article.Date));
        json.WriteString("inLanguage", "zh");
        if (article.Page is { } page)
            json.WriteString("printPage", page);
        json.WriteStartObject("isPartOf");
        json.WriteString("@type", "Newspaper");
        json.WriteString("name", article.Newspaper);
        json.WriteEndObject();
        if (citation?.Quote is { } quote)
            json.WriteString("abstract", quote);
        if (citation is not null)
            json.WriteString("position", citation.Address.ToString());
        json.WriteEndObject();
    }

    /// <summary>The type of schema.org that is nearest to ours.</summary>
    private static string TypeOf(EntityType type) =>
        type.Name switch
        {
            "Official" or "Person" => "Person",
            "Company" => "Corporation",
            "Organization" => "Organization",
            "Place" => "Place",
            "Product" => "Product",
            "Event" => "Event",
            "Document" => "CreativeWork",
            _ => "Thing",
        };
}
