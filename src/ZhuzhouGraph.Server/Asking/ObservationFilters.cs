using NodaTime;
using static ZhuzhouGraph.Server.Asking.SharedFilters;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>The filter of figures.</summary>
internal static class ObservationFilters
{
    public static readonly IReadOnlyList<FilterField<ObservationQuery>> All =
    [
        new("about", "[String!]", "描述对象", $"About one of these: {IdsOrNames}.", (q, f) =>
            q with
            {
                About = f.IdsOrNames("about", NodeTypes.Entities),
            }
        ),
        new("aboutTypes", "[EntityTypeName!]", "描述对象类型", "About an entity of one of these types.", (q, f) =>
            q with
            {
                AboutTypes = EntityTypesIn(f, "aboutTypes"),
            }
        ),
        new("places", "[String!]", "地点", $"About one of these places, or measured there: {IdsOrNames}.", (q, f) =>
            q with
            {
                Places = f.IdsOrNames("places", NodeTypes.Places),
            }
        ),
        WithParts<ObservationQuery>((q, widens) => q with { WithParts = widens }, "about", "places"),
        WithoutReference<ObservationQuery>("No part is found through what only a document states.", (q, isWithout) =>
            q with
            {
                WithoutReference = isWithout,
            }
        ),
        new("indicators", "[String!]", "指标", $"Of one of these indicators: {IdsOrNames}.", (q, f) =>
            q with
            {
                Indicators = f.IdsOrNames("indicators", NodeTypes.Indicators),
            }
        ),
        new(
            "withNarrower",
            "Boolean",
            "含下位指标",
            "Indicators that count a part of one of 'indicators', over any number of steps, are admitted like it; no, where it is left "
                + "out.",
            (q, f) => q with { WithNarrower = Widens(f, "withNarrower", "indicators") }
        ),
        Articles<ObservationQuery>((q, ids) => q with { Articles = ids }),
        new("measures", "[Measure!]", "度量方式", "Of one of these measures.", (q, f) =>
            q with
            {
                Measures = f.Values<Measure>("measures"),
            }
        ),
        new("comparisons", "[Comparison!]", "比较基准", "Compared in one of these ways.", (q, f) =>
            q with
            {
                Comparisons = f.Values<Comparison>("comparisons"),
            }
        ),
        new("bases", "[String!]", "比较基期", "Compared with one of these, in the words that 'base' tells, such as 年初.", (q, f) =>
            q with
            {
                Bases = f.Texts("bases"),
            }
        ),
        new("breakdowns", "[String!]", "分组", $"Of one of these parts, whatever else they are parts by: {IdsOrNames}.", (q, f) =>
            q with
            {
                Breakdowns = f.IdsOrNames("breakdowns", NodeTypes.Members),
            }
        ),
        new(
            "isWhole",
            "Boolean",
            "是否整体",
            "Yes: only figures of the whole of what they are about; no: only figures of a part of it.",
            (q, f) =>
            {
                var isWhole = f.Value<bool>("isWhole");
                if (isWhole is true && f.Has("breakdowns"))
                    f.Report("isWhole", GraphErrors.InvalidArgument, "is true beside 'breakdowns'; nothing is the whole and a part of it.");
                return q with { IsWhole = isWhole };
            }
        ),
        new("accumulations", "[Accumulation!]", "累计方式", "Accumulated in one of these ways.", (q, f) =>
            q with
            {
                Accumulations = f.Values<Accumulation>("accumulations"),
            }
        ),
        new("statuses", "[ObservationStatus!]", "数据状态", "Measured, aimed at or expected.", (q, f) =>
            q with
            {
                Statuses = f.Values<ObservationStatus>("statuses"),
            }
        ),
        new(
            "units",
            "[String!]",
            "单位",
            "In one of these units: codes such as firm or %, or their words such as 家, whatever the width and case. Values of two units do "
                + "not compare.",
            (q, f) => q with { Units = UnitsOf(f) }
        ),
        new("value", "ValueFilter", "数值", "Its value lies, or can lie, between two ends.", (q, f) => q with { Value = RangeOf(f) }),
        new("within", "String", "排名范围", "Of a rank: the words of its universe contain this.", (q, f) =>
            q with
            {
                Within = f.Text("within"),
            }
        ),
        PrintedIn<ObservationQuery>((q, printed) => q with { PrintedIn = printed }),
        new("attributedTo", "[String!]", "出处", $"Said by one of these: {IdsOrNames}.", (q, f) =>
            q with
            {
                AttributedTo = f.IdsOrNames("attributedTo", NodeTypes.Speakers),
            }
        ),
        new("at", "[String!]", "场合", $"Said at one of these events: {IdsOrNames}.", (q, f) =>
            q with
            {
                At = f.IdsOrNames("at", NodeTypes.Events),
            }
        ),
        new(
            "text",
            "String",
            "字样",
            $"The figure as printed, the names of the indicator and of what it is about, and the held sentences that are cited for it "
                + $"contain "
                + $"{Words}.",
            (q, f) => q with { Text = f.Words("text") }
        ),
        .. Days<ObservationQuery>("Its period, or where that has no day that of the event at which it was said,", (q, days) =>
            q with
            {
                Period = days,
            }
        ),
        Undated<ObservationQuery>(
            "Only those without a day, of their own or of their event",
            q => q with { IsUndated = true },
            q => q with { Period = new(null, null) }
        ),
        new("series", "[ID!]", "序列", $"On one of these lines: ids that 'series' tells, {LineId.Form}.", (q, f) =>
            q with
            {
                Lines = LinesOf(f),
            }
        ),
        .. LineDimension.All.Where(dimension => dimension.Filter is not null).Select(OfDimension),
        new("indicatorText", "String", "指标字样", $"A name of the indicator contains {Words}.", (q, f) =>
            q with
            {
                IndicatorText = f.Words("indicatorText"),
            }
        ),
        PublishedBy<ObservationQuery>((q, day) => q with { PublishedBy = day }),
        new("recordedAsOf", "DateTime", "入库时点", "As the store knew them at this moment; now, where it is left out.", (q, f) =>
            q with
            {
                RecordedAsOf = f.Value<Instant>("recordedAsOf"),
            }
        ),
    ];

    private static FilterField<ObservationQuery> OfDimension(LineDimension dimension) =>
        new(dimension.Filter!, $"[{dimension.Type}!]", dimension.Chinese, $"One of these. {dimension.English}", (q, f) =>
            q with
            {
                Having = [.. q.Having, new(dimension, [.. f.List<object>(dimension.Filter!).OfType<Enum>()])],
            }
        );

    private static List<LineId> LinesOf(ArgumentReader filter)
    {
        List<LineId> lines = [];
        foreach (var text in filter.List<string>("series"))
        {
            if (LineId.Parse(text) is { } line)
                lines.Add(line);
            else
                filter.Report(
                    "series",
                    GraphErrors.InvalidId,
                    $"has '{ArgumentReader.Shorten(text)}', which is no id of a series; allowed: {LineId.Form}."
                );
        }
        return lines;
    }

    /// <summary>The unit that an argument names by code or word; null where it is left out.</summary>
    public static Unit? UnitIn(ArgumentReader arguments, string name)
    {
        if (arguments.Cursor(name) is not { } word)
            return null;
        if (UnitOf(word) is { } unit)
            return unit;
        arguments.Report(name, GraphErrors.InvalidArgument, $"is '{ArgumentReader.Shorten(word)}', which is no unit; {HintFor(word)}");
        return null;
    }

    private static List<Unit> UnitsOf(ArgumentReader filter)
    {
        List<Unit> units = [];
        foreach (var word in filter.List<string>("units"))
            if (UnitNamed(filter, "units", word) is { } unit)
                units.Add(unit);
        return units;
    }

    /// <summary>The unit of the ends of a range.</summary>
    private static Unit? UnitOf(ArgumentReader range) => range.Text("unit") is { } word ? UnitNamed(range, "unit", word) : null;

    /// <summary>The unit of that code or word; what is none is reported.</summary>
    private static Unit? UnitNamed(ArgumentReader arguments, string name, string word)
    {
        if (UnitOf(word) is { } unit)
            return unit;
        arguments.Report(name, GraphErrors.InvalidArgument, $"has '{ArgumentReader.Shorten(word)}', which is no unit; {HintFor(word)}");
        return null;
    }

    private static string HintFor(string word) =>
        word.Length <= ArgumentReader.MaxLength && Nearest.To(word, Units.All.SelectMany(WordsOf)) is { } near
            ? $"did you mean '{near}'?"
            : $"allowed: {string.Join(", ", Units.All.Select(unit => string.Join(' ', WordsOf(unit))))}; each by its code or a word.";

    private static Unit? UnitOf(string word) =>
        Units.Find(word) ?? Units.All.FirstOrDefault(unit => WordsOf(unit).Any(w => IsSame(w, word)));

    private static IEnumerable<string> WordsOf(Unit unit) => unit.Also.Prepend(unit.Chinese).Prepend(unit.Code).Distinct();

    private static bool IsSame(string a, string b) => Folding.Fold(a) == Folding.Fold(b);

    private static ValueRange RangeOf(ArgumentReader filter)
    {
        var range = filter.Input("value");
        var (lower, upper) = (End("atLeast", "moreThan"), End("atMost", "lessThan"));
        if (lower is null && upper is null)
            filter.Report("value", GraphErrors.InvalidArgument, "has no end; give 'atLeast', 'moreThan', 'atMost' or 'lessThan'.");
        if (lower?.Value > upper?.Value)
            filter.Report("value", GraphErrors.InvalidArgument, "ends before it starts; nothing lies in it.");
        return new(lower, upper, range.Value<Certainty>("certainty") ?? Certainty.Certain) { Unit = UnitOf(range) };

        Bound? End(string inclusive, string exclusive)
        {
            if (range.Has(inclusive) && range.Has(exclusive))
                filter.Report("value", GraphErrors.InvalidArgument, $"has both '{inclusive}' and '{exclusive}'; give one of them.");
            return range.Value<decimal>(inclusive) is { } closed ? new Bound(closed, true)
                : range.Value<decimal>(exclusive) is { } open ? new Bound(open, false)
                : null;
        }
    }
}
