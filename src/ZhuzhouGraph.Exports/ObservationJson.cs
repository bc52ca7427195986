using System.Text.Encodings.Web;
using System.Text.Json;
using ZhuzhouGraph.Exports.Rows;
using ZhuzhouGraph.Queries;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// A figure as a JSON object: numbers where a float holds them exactly, decimals as text besides; what is absent has no member.
/// </summary>
internal static class ObservationJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, ObservationRow row, ExportRequest request)
    {
        var (o, quantity) = (row.Observation, row.Observation.Quantity);
        json.WriteStartObject();
        json.WriteString("id", o.Id);
        Text(json, "url", request.PermalinkOf(o.Id));
        Label(json, "indicator", row.Indicator);
        Label(json, "about", row.About);
        json.WriteString("measure", Words<Measure>.Of(o.Measure));
        Text(json, "comparison", Words<Comparison>.Of(o.Comparison));
        Number(json, "value", quantity.Value);
        Text(json, "valueText", ObservationColumns.Digits(quantity.Value));
        json.WriteStartObject("unit");
        json.WriteString("code", quantity.Unit.Code);
        json.WriteString("zh", quantity.Unit.Chinese);
        json.WriteString("en", quantity.Unit.English);
        json.WriteNumber("multiplier", quantity.UnitMultiplier);
        json.WriteEndObject();
        json.WriteString("hedge", Words<Hedge>.Of(quantity.Hedge));
        Text(json, "lower", ObservationColumns.Digits(quantity.Lower?.Value));
        Flag(json, "lowerInclusive", quantity.Lower?.IsInclusive);
        Text(json, "upper", ObservationColumns.Digits(quantity.Upper?.Value));
        Flag(json, "upperInclusive", quantity.Upper?.IsInclusive);
        Text(json, "boundBasis", Words<BoundBasis>.Of(quantity.BoundBasis));
        json.WriteString("meaning", Words<QuantityMeaning>.Of(quantity.Meaning));
        Period(json, o.Period);
        Text(json, "frequency", Words<Frequency>.Of(o.Frequency));
        json.WriteString("accumulation", Words<Accumulation>.Of(o.Accumulation));
        Text(json, "priceBasis", Words<PriceBasis>.Of(o.PriceBasis));
        Base(json, row);
        Breakdown(json, row.Breakdown);
        Text(json, "shareOf", o.ShareOf);
        Within(json, o.Within);
        Label(json, "place", row.Place);
        Label(json, "at", row.At);
        Label(json, "attributedTo", row.AttributedTo);
        Text(json, "capacity", o.Capacity);
        json.WriteString("status", Words<ObservationStatus>.Of(o.Status));
        json.WriteString("series", row.Series);
        json.WriteString("figure", o.Figure);
        Point(json, row.Point);
        Derived(json, row.Point?.Derived);
        Sources(json, row);
        json.WriteString("recordedAt", PeriodText.Moment(o.RecordedAt));
        if (o.RemovedAt is { } removed)
            json.WriteString("removedAt", PeriodText.Moment(removed));
        json.WriteEndObject();
    }

    /// <summary>True where a reader whose numbers are floats gets the very number.</summary>
    private static bool IsExact(decimal value)
    {
        var nearest = (double)value;
        return Math.Abs(nearest) < (double)decimal.MaxValue / 2 && (decimal)nearest == value;
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known && IsExact(known))
            json.WriteNumber(name, known);
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Flag(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } known)
            json.WriteBoolean(name, known);
    }

    private static void Label(Utf8JsonWriter json, string name, NodeLabel? label)
    {
        if (label is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("id", label.Id);
        json.WriteString("type", label.Type.Name);
        json.WriteString("zh", label.Chinese);
        Text(json, "en", label.English);
        json.WriteEndObject();
    }

    private static void Period(Utf8JsonWriter json, Period? period)
    {
        if (period is null)
            return;
        json.WriteStartObject("period");
        json.WriteString("words", period.Words);
        Text(json, "period", PeriodText.Of(period));
        Days(json, period.First, period.Last);
        json.WriteString("precision", Words<PeriodPrecision>.Of(period.Precision));
        json.WriteString("basis", Words<PeriodBasis>.Of(period.Basis));
        json.WriteEndObject();
    }

    /// <summary>Where it stands on the line that is asked for, in the unit of that.</summary>
    private static void Point(Utf8JsonWriter json, RowPoint? point)
    {
        if (point is null)
            return;
        json.WriteStartObject("point");
        Text(json, "period", PeriodText.Of(point.Period));
        Days(json, point.Of.First, point.Of.Last);
        Number(json, "value", point.Told?.Value);
        Text(json, "valueText", ObservationColumns.Digits(point.Told?.Value));
        Text(json, "lower", ObservationColumns.Digits(point.Told?.Lower?.Value));
        Text(json, "upper", ObservationColumns.Digits(point.Told?.Upper?.Value));
        Text(json, "unit", point.Told?.Unit.Code);
        json.WriteEndObject();
        Report(json, point.Report);
    }

    /// <summary>As the REST API has it, without the figures themselves.</summary>
    private static void Report(Utf8JsonWriter json, FactReport report)
    {
        json.WriteStartObject("report");
        json.WriteNumber("others", report.Others.Count);
        json.WriteStartArray("agreements");
        foreach (var (kind, count) in report.Agreements)
        {
            json.WriteStartObject();
            json.WriteString("agreement", Words<Agreement>.Of(kind));
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Derived(Utf8JsonWriter json, Derived? derived)
    {
        if (derived is null)
            return;
        json.WriteStartObject("derived");
        json.WriteString("transform", Words<SeriesTransform>.Of(derived.Kind));
        json.WriteString("status", PointColumns.Status);
        Days(json, derived.Period?.First, derived.Period?.Last);
        Number(json, "value", derived.Value);
        Text(json, "valueText", ObservationColumns.Digits(derived.Value));
        Text(json, "lower", ObservationColumns.Digits(derived.Interval?.Lower?.Value));
        Flag(json, "lowerInclusive", derived.Interval?.Lower?.IsInclusive);
        Text(json, "upper", ObservationColumns.Digits(derived.Interval?.Upper?.Value));
        Flag(json, "upperInclusive", derived.Interval?.Upper?.IsInclusive);
        Text(json, "unit", derived.Unit?.Code);
        Text(json, "formula", derived.Formula);
        json.WriteStartArray("inputs");
        foreach (var input in derived.Inputs)
            json.WriteStringValue(input);
        json.WriteEndArray();
        Text(json, "refused", Words<ImpliedRefusal>.Of(derived.Refused));
        if (derived.IsAcrossPriceBases)
            json.WriteBoolean("acrossPriceBases", true);
        json.WriteEndObject();
    }

    private static void Days(Utf8JsonWriter json, NodaTime.LocalDate? first, NodaTime.LocalDate? last)
    {
        if (first is { } from)
            json.WriteString("start", PeriodText.Day(from));
        if (last is { } to)
            json.WriteString("end", PeriodText.Day(to));
    }

    private static void Base(Utf8JsonWriter json, ObservationRow row)
    {
        if (row.Observation.Base is not { } against)
            return;
        json.WriteStartObject("base");
        json.WriteString("words", against.Words);
        Days(json, against.First, against.Last);
        Label(json, "entity", row.Base);
        json.WriteEndObject();
    }

    private static void Breakdown(Utf8JsonWriter json, IReadOnlyList<NodeLabel> members)
    {
        if (members.Count == 0)
            return;
        json.WriteStartArray("breakdown");
        foreach (var member in members)
        {
            json.WriteStartObject();
            Text(json, "dimension", member.Dimension);
            Label(json, "member", member);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Within(Utf8JsonWriter json, RankUniverse? within)
    {
        if (within is null)
            return;
        json.WriteStartObject("within");
        json.WriteString("words", within.Words);
        Text(json, "place", within.Place);
        if (within.Size is { } size)
            json.WriteNumber("size", size);
        json.WriteBoolean("isAscending", within.IsAscending);
        Text(json, "by", Words<Measure>.Of(within.By));
        json.WriteEndObject();
    }

    /// <summary>The article, and every sentence that states the figure.</summary>
    private static void Sources(Utf8JsonWriter json, ObservationRow row)
    {
        var article = row.Article;
        json.WriteStartObject("article");
        json.WriteString("id", article.Id);
        json.WriteString("title", article.Title);
        json.WriteString("titleEn", article.TitleEnglish);
        json.WriteString("newspaper", article.Newspaper);
        json.WriteString("date", PeriodText.Day(article.Date));
        Text(json, "page", article.Page);
        json.WriteEndObject();
        json.WriteStartArray("citations");
        foreach (var citation in row.Citations)
        {
            json.WriteStartObject();
            json.WriteString("address", citation.Address.ToString());
            json.WriteString("part", Words<ArticlePart>.Of(citation.Part));
            Text(json, "figure", citation.Words);
            Text(json, "quote", citation.Quote);
            if (citation.Span is { } span)
            {
                json.WriteNumber("start", span.Start);
                json.WriteNumber("end", span.End);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
