namespace ZhuzhouGraph;

/// <summary>
/// In what figures have to agree before the newest of them is chosen. What is only aimed at or expected never stands in for what was
/// measured.
/// </summary>
public enum SeriesDimension
{
    Indicator,
    About,
    Measure,

    /// <summary>The kind of comparison and its base.</summary>
    Comparison,

    /// <summary>The part of what they are about.</summary>
    Breakdown,
    Accumulation,
    Unit,
    AttributedTo,

    /// <summary>All that <see cref="Series"/> says.</summary>
    Series,

    /// <summary>The days that they are of, as <see cref="Likeness.SameFact"/> has them: a line has one point for each.</summary>
    Period,
}

/// <summary>Which of several figures stands for all of them. Nothing is ever averaged.</summary>
public enum ChoiceRule
{
    /// <summary>The one whose period ends last, of these the last printed; of one print what has days, then what has a number.</summary>
    Newest,

    /// <summary>The one printed last, whatever its period.</summary>
    NewestPrint,

    /// <summary>The one printed first.</summary>
    FirstPrint,

    /// <summary>One whose number most figures have; of several such the newest.</summary>
    MostReported,
}

/// <summary>How a figure is like another.</summary>
public enum Likeness
{
    /// <summary>Both may be drawn on one line.</summary>
    SameSeries,

    /// <summary>
    /// And they have the same status and the same days: two prints of one figure, or two that differ; see <see cref="FactAgreement"/>. What
    /// has no days of its own is of the day of its print, and a period without a last day lasts until then. Changes of which
    /// nobody says against what (<see cref="Series.Compared"/>) are never one fact.
    /// </summary>
    SameFact,

    /// <summary>As <see cref="SameFact"/>, and also where nobody says against what: all that stands at one point of a line.</summary>
    SamePoint,

    /// <summary>
    /// One is a level or a share and the other a change of it: of one indicator, about one thing, part and place, of the same status and
    /// days.
    /// See <see cref="Implied.Of"/>.
    /// </summary>
    Implying,
}

/// <summary>
/// What may be drawn as one line: figures that agree in every dimension of <see cref="LineDimension.All"/>. They may be in units that
/// convert,
/// and counted things in whatever measure word.
/// </summary>
public static class Series
{
    /// <summary>What is measured against something else: without its <see cref="Comparison"/> nobody knows against what.</summary>
    public static readonly IReadOnlyList<Measure> Compared = [Measure.Change, Measure.RateOfChange, Measure.Multiple, Measure.Points];

    /// <summary>What such a measurement can be of.</summary>
    public static readonly IReadOnlyList<Measure> Levels = [Measure.Level, Measure.Share];

    /// <summary>In what figures differ that say different things: the newest of several measures is no newest value.</summary>
    public static readonly IReadOnlyList<SeriesDimension> NeverMixed =
    [
        SeriesDimension.Measure,
        SeriesDimension.Comparison,
        SeriesDimension.Breakdown,
        SeriesDimension.Accumulation,
    ];

    /// <summary>What is asked for, and what never mixes; nothing where nothing is asked for.</summary>
    public static IReadOnlyList<SeriesDimension> Unmixed(IReadOnlyList<SeriesDimension> per) =>
        per.Count == 0 || per.Contains(SeriesDimension.Series) ? per : [.. per.Union(NeverMixed)];

    /// <summary>16 hex digits, the same for all figures of a series, whatever their status.</summary>
    public static string KeyOf(Observation o) =>
        NodeId.Hash(LineId.KeyLength, LineDimension.OfKey.SelectMany(dimension => dimension.KeyParts(o)));

    /// <summary>Whether it is known against what the figure is measured, so that another can state the same.</summary>
    public static bool IsComparable(Observation o) => o.Comparison is not null || !Compared.Contains(o.Measure);

    /// <summary>An id says nothing: before it comes what the print says.</summary>
    private const string OfOnePrint = "then one with days of its own, then one with a number, then ";

    /// <summary>The rule by which one of several is chosen, for answers.</summary>
    public static string RuleOf(ChoiceRule rule, IEnumerable<SeriesDimension> per)
    {
        var agreed = string.Join(", ", per.Select(dimension => Spelling.Name(dimension)));
        var (which, how) = rule switch
        {
            ChoiceRule.Newest => (
                "The newest",
                "the one whose period ends last (a period without a last day, or none, lasts until its print), of these the one "
                    + "printed last "
                    + $"(date, article, address), {OfOnePrint}the last id."
            ),
            ChoiceRule.NewestPrint => ("The one printed last", $"by date, article, address, {OfOnePrint}the last id."),
            ChoiceRule.FirstPrint => ("The one printed first", $"by date, article, address, {OfOnePrint}the first id."),
            _ => (
                "One with the number that most figures print",
                "the same number with the same bounds; of equally many, the one whose period ends last, then the one printed last (date, "
                    + $"article, address), {OfOnePrint}the last id."
            ),
        };
        return $"{which} per {agreed} and STATUS among the figures that fit the filter: {how}";
    }
}
