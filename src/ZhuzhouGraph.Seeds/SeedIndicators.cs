using ZhuzhouGraph.Text.DoubleEntry;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>Whether another indicator than the recorded one is named right before the number of a level.</summary>
internal static class SeedIndicators
{
    public const string Part = "indicator";

    /// <summary>Names are looked up from the longest to the shortest of these lengths.</summary>
    private const int Longest = 24,
        Shortest = 3;

    /// <summary>Words between the name and the number.</summary>
    private static readonly string[] Links =
    [
        "已达到",
        "达到",
        "超过",
        "突破",
        "已达",
        "为",
        "达",
        "是",
        "约",
        "近",
        "超",
        "共",
        "：",
        ":",
    ];

    public static Disagreement? Of(Observation figure, PrintedParagraph paragraph, ReadFigure read, NameIndex names, string article)
    {
        if (read.Measure is not Measure.Level || names.Get(figure.Indicator) is not { } recorded)
            return null;
        var before = paragraph.Text[paragraph.Start..Math.Max(paragraph.Start, read.InLine.Start)].TrimEnd();
        while (Array.Find(Links, before.EndsWith) is { } link)
            before = before[..^link.Length].TrimEnd();
        var own = recorded.Names.Select(name => Folding.Fold(name.Text)).ToList();
        var near = Folding.Fold(before);
        if (own.Exists(name => near.Contains(name, StringComparison.Ordinal)))
            return null;
        for (var length = Math.Min(Longest, before.Length); length >= Shortest; length--)
        {
            var indicators = names.Find(before[^length..], article).Where(entity => entity.Type == EntityTypes.Indicator).ToList();
            if (indicators.Count != 1 || indicators[0] is not { } named)
                continue;
            var isRelated =
                own.Exists(name => name.Contains(Folding.Fold(before[^length..]), StringComparison.Ordinal))
                || Broader(recorded) == named.Id
                || Broader(named) == recorded.Id;
            return isRelated || named.Id == recorded.Id
                ? null
                : new(Part, recorded.Name, named.Name, $"'{before[^length..]}' stands before '{read.Printed}'", $"of: {named.Name}");
        }
        return null;
    }

    private static string? Broader(Entity indicator) => indicator.Properties.GetValueOrDefault(EntityTypes.Broader);
}
