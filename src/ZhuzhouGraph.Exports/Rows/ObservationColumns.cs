using System.Globalization;

namespace ZhuzhouGraph.Exports.Rows;

/// <summary>The columns of a table of figures, in their order, which is stable: new ones come last.</summary>
internal static class ObservationColumns
{
    public static readonly IReadOnlyList<Column<ObservationRow>> All =
    [
        Text("id", r => r.Observation.Id, "the figure's permanent id"),
        Text("indicator", r => r.Observation.Indicator, "what is measured: the indicator's id"),
        Text("indicatorZh", r => r.Indicator.Chinese, "the indicator's Chinese name"),
        Text("indicatorEn", r => r.Indicator.English, "the indicator's English name"),
        Text("about", r => r.Observation.About, "what the figure describes: the entity's id"),
        Text("aboutZh", r => r.About.Chinese, "the entity's Chinese name"),
        Text("aboutEn", r => r.About.English, "the entity's English name"),
        Text("aboutType", r => r.About.Type.Name, "the entity's type"),
        Text(
            "measure",
            r => Words<Measure>.Of(r.Observation.Measure),
            "what the figure says: LEVEL, CHANGE, RATE_OF_CHANGE, MULTIPLE, SHARE, POINTS, RANK, ORDINAL"
        ),
        Text("comparison", r => Words<Comparison>.Of(r.Observation.Comparison), "against what a change is measured"),
        Column<ObservationRow>.Number(
            "value",
            r => r.Observation.Quantity.Value,
            "the number in the unit, multiplier applied; empty for ranges and words"
        ),
        Column<ObservationRow>.Text("valueText", ColumnKind.Digits, r => Digits(r.Observation.Quantity.Value), "the same, digit by digit"),
        Text("unit", r => r.Observation.Quantity.Unit.Code, "the unit's code: UCUM, ISO 4217, or a counted thing"),
        Text("unitZh", r => r.Observation.Quantity.Unit.Chinese, "the unit's Chinese label"),
        Text("unitEn", r => r.Observation.Quantity.Unit.English, "the unit's English label"),
        Column<ObservationRow>.Integer(
            "unitMultiplier",
            r => r.Observation.Quantity.UnitMultiplier,
            "the printed power of ten: 万 4, 亿 8, else 0"
        ),
        Text(
            "hedge",
            r => Words<Hedge>.Of(r.Observation.Quantity.Hedge),
            "the word around the number that widens it; NONE where there is none"
        ),
        Column<ObservationRow>.Number("lower", r => r.Observation.Quantity.Lower?.Value, "the lower end of what it can mean"),
        Column<ObservationRow>.Flag("lowerInclusive", r => r.Observation.Quantity.Lower?.IsInclusive, "whether the end itself is meant"),
        Column<ObservationRow>.Number("upper", r => r.Observation.Quantity.Upper?.Value, "the upper end of what it can mean"),
        Column<ObservationRow>.Flag("upperInclusive", r => r.Observation.Quantity.Upper?.IsInclusive, "whether the end itself is meant"),
        Text(
            "boundBasis",
            r => Words<BoundBasis>.Of(r.Observation.Quantity.BoundBasis),
            "where the ends come from: STATED, CONVENTION, ROUNDING"
        ),
        Text("meaning", r => Words<QuantityMeaning>.Of(r.Observation.Quantity.Meaning), "what the interval is: UNCERTAIN, VARIES, COVERS"),
        Text("period", r => PeriodText.Of(r.Observation.Period), "the period in canonical form"),
        Text("periodWords", r => r.Observation.Period?.Words, "the period as printed"),
        Column<ObservationRow>.Day("periodStart", r => r.Observation.Period?.First, "its first day"),
        Column<ObservationRow>.Day("periodEnd", r => r.Observation.Period?.Last, "its last day"),
        Text("periodPrecision", r => Words<PeriodPrecision>.Of(r.Observation.Period?.Precision), "how exactly the words date it"),
        Text("periodBasis", r => Words<PeriodBasis>.Of(r.Observation.Period?.Basis), "whether the days are STATED or INFERRED"),
        Text("frequency", r => Words<Frequency>.Of(r.Observation.Frequency), "how often it is taken: codes of SDMX"),
        Text("accumulation", r => Words<Accumulation>.Of(r.Observation.Accumulation), "SINGLE, or CUMULATIVE from the period's start"),
        Text("priceBasis", r => Words<PriceBasis>.Of(r.Observation.PriceBasis), "current or constant prices"),
        Text("shareOf", r => r.Observation.ShareOf, "of a share: the whole, in words"),
        Text("within", r => r.Observation.Within?.Words, "of a rank: among what, as printed"),
        Text("withinPlace", r => r.Observation.Within?.Place, "of a rank: the place of that"),
        Column<ObservationRow>.Integer("withinSize", r => r.Observation.Within?.Size, "of a rank: among how many"),
        Column<ObservationRow>.Flag(
            "withinAscending",
            r => r.Observation.Within?.IsAscending,
            "of a rank: whether the smallest comes first"
        ),
        Text("place", r => r.Observation.Place, "the place of measurement, where it is another thing"),
        Text("placeZh", r => r.Place?.Chinese, "its Chinese name"),
        Text("at", r => r.Observation.At, "the event at which it was said"),
        Text("attributedTo", r => r.Observation.AttributedTo, "who said it; empty where the paper itself does"),
        Text("attributedToZh", r => r.AttributedTo?.Chinese, "the speaker's Chinese name"),
        Text("capacity", r => r.Observation.Capacity, "the capacity in which it was said, as printed"),
        Text("status", r => Words<ObservationStatus>.Of(r.Observation.Status), "ACTUAL, TARGET or FORECAST"),
        Text("series", r => r.Series, "the id of the line that it may be drawn on"),
        Text("article", r => r.Observation.Article, "the article that prints it"),
        Text("title", r => r.Article.Title, "the article's title"),
        Text("titleEn", r => r.Article.TitleEnglish, "our translation of it"),
        Text("newspaper", r => r.Article.Newspaper, "the newspaper"),
        Column<ObservationRow>.Day("date", r => r.Article.Date, "the day of publication"),
        Text("page", r => r.Article.Page, "the page"),
        Text("address", r => r.Citation?.Address.ToString(), "line and sentence in the issue's text: 17.1"),
        // Readers that guess types take 17.10 for the number 17.1.
        Column<ObservationRow>.Integer("line", r => r.Citation?.Address.Line, "the address's line, as a number"),
        Column<ObservationRow>.Integer("sentence", r => r.Citation?.Address.Sentence, "the sentence of that line, as a number"),
        Text("part", r => Words<ArticlePart>.Of(r.Citation?.Part), "the part of the article"),
        Text("figure", r => r.Observation.Figure, "the figure as printed"),
        Text("quote", r => r.Citation?.Quote, "the sentence, where the newspaper's text is held"),
        Column<ObservationRow>.Integer("citations", r => r.Citations.Count, "how many sentences state it"),
        Column<ObservationRow>.Moment("recordedAt", r => r.Observation.RecordedAt, "when it was taken in"),
        Column<ObservationRow>.Moment("removedAt", r => r.Observation.RemovedAt, "when it was closed, of what stood in the past"),
        Text("base", r => r.Observation.Base?.Words, "against what exactly, as printed; empty where the comparison says it all"),
        Column<ObservationRow>.Day("baseStart", r => r.Observation.Base?.First, "the first day of the base, or of the years averaged"),
        Column<ObservationRow>.Day("baseEnd", r => r.Observation.Base?.Last, "the last day of these"),
        Text("baseEntity", r => r.Observation.Base?.Entity, "the other thing that it is compared with, where it is known"),
        Text("breakdown", r => Members(r, m => m.Id), "of which part: ids of members, ' | ' between them; empty where it is of the whole"),
        Text("breakdownDimension", r => Members(r, m => m.Dimension), "by what the parts are told apart, in the order of the members"),
        Text("breakdownZh", r => Members(r, m => m.Chinese), "the members' Chinese names"),
        Text("breakdownEn", r => Members(r, m => m.English), "the members' English names"),
        Text("rankedBy", r => Words<Measure>.Of(r.Observation.Within?.By), "of a rank: LEVEL (总量第一), RATE_OF_CHANGE (增速第一) …"),
    ];

    /// <summary>Those of a request: of the points of a line with where each stands, and with what was worked out of it.</summary>
    public static IReadOnlyList<Column<ObservationRow>> Of(ExportRequest request) =>
        request.Line switch
        {
            null => All,
            { Transform: null } => [.. All, .. PointColumns.All],
            _ => [.. All, .. PointColumns.All, .. PointColumns.Derived],
        };

    public static string? Digits(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Members(ObservationRow row, Func<NodeLabel, string?> of) => row.OfMembers(" | ", of);

    private static Column<ObservationRow> Text(string name, Func<ObservationRow, string?> of, string description) =>
        Column<ObservationRow>.Text(name, ColumnKind.Text, of, description);
}
