using ZhuzhouGraph.Text.DoubleEntry;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Whether what a figure is about is what its sentence speaks of: it is named in the sentence, the paragraph or a heading, and the
/// clause of the figure does not begin with another name of its kind.
/// </summary>
internal sealed class SeedSubjects(BoundArticle article, ArticleReading reading, NameIndex names)
{
    /// <summary>The part of a figure that is judged here.</summary>
    public const string Part = "about";

    /// <summary>Words that may stand between a comma and the subject of a clause.</summary>
    private static readonly string[] Openings =
    [
        "其中",
        "而",
        "但",
        "同时",
        "此外",
        "另外",
        "目前",
        "去年",
        "今年",
        "”",
        "“",
        ":",
        "：",
        " ",
    ];

    private static readonly char[] Stops = [.. "，,；;。！？"];

    /// <summary>Words for a thing that was named before.</summary>
    private static readonly string[] Pronouns =
    [
        .. "我市 全市 本市 该市 我省 全省 我国 全国 国内 我县 全县 该县 我区 全区 该区 当地 这里 我们 他 她 它 其 该 此 公司 企业 集团 本次 这".Split(
            ' '
        ),
    ];

    private readonly List<Entity> _mentioned =
    [
        .. article.Facts.Select(fact => fact.Node).OfType<Entity>().DistinctBy(entity => entity.Id),
    ];

    public Disagreement? Of(Observation figure, Citation located, PrintedParagraph? paragraph, ReadFigure? read)
    {
        if (names.Get(figure.About) is not { } about || located.Quote is not { } sentence)
            return null;
        return IsNamed(about, sentence, located, paragraph)
            ? paragraph is not null && read is not null
                ? Exchanged(about, paragraph, read)
                : null
            : new(Part, about.Name, "NONE", $"named in no sentence, paragraph or heading around '{figure.Figure}'", "what they name");
    }

    private bool IsNamed(Entity about, string sentence, Citation located, PrintedParagraph? paragraph)
    {
        var words = about.Names.Where(name => name.Language == "zh").ToList();
        var near = Folding.Fold(sentence + paragraph?.Text + article.Article.Title + article.Article.Section);
        if (words.Exists(name => IsIn(name.Text, near)))
            return true;
        var above = Folding.Fold(reading.Above(located));
        var isSpokenOf = Pronouns.Any(word => near.Contains(word, StringComparison.Ordinal));
        if (words.Exists(name => IsIn(name.Text, above)) && isSpokenOf)
            return true;
        // A description of our own stands nowhere as it is; only of what has a name of its own its parts tell something.
        var isDescribed = words.TrueForAll(name => name.Basis is NameBasis.Editorial);
        return isDescribed && (!HasProperName(about) || words.Exists(name => SharesHalf(Folding.Fold(name.Text), near + above)));
    }

    private static bool IsIn(string name, string folded) =>
        Folding.Fold(name) is { Length: > 0 } text && folded.Contains(text, StringComparison.Ordinal);

    private static bool HasProperName(Entity entity) =>
        entity.Type.Name is "Place" or "Company" or "Organization" or "Person" or "Official";

    private static bool SharesHalf(string name, string text)
    {
        var length = Math.Max(2, name.Length / 2);
        return Enumerable
            .Range(0, Math.Max(0, name.Length - length + 1))
            .Any(start => text.Contains(name.AsSpan(start, length), StringComparison.Ordinal));
    }

    /// <summary>Another of its kind opens the clause, where it is not named itself; or, in a list, stands at its place.</summary>
    private Disagreement? Exchanged(Entity about, PrintedParagraph paragraph, ReadFigure read)
    {
        var list = ListOf(paragraph, read);
        var first = list[0];
        var before = paragraph.Figures.LastOrDefault(figure => figure.InLine.End <= first.InLine.Start)?.InLine.End ?? 0;
        var stop = paragraph.Text.LastIndexOfAny(Stops, first.InLine.Start);
        var start = Math.Max(Math.Max(before, stop + 1), paragraph.Start);
        var clause = paragraph.Text[start..first.InLine.Start];
        var named = NamesIn(clause, about.Type);
        if (named.Count == 0)
            return null;
        var expected =
            list.Count > 1 && named.Count == list.Count ? named[list.IndexOf(read)].Entity
            : named.Count == 1 && Opens(clause, named[0].At) ? named[0].Entity
            : null;
        return expected is null || expected.Id == about.Id
            ? null
            : new(Part, about.Name, expected.Name, $"'{expected.Name}' stands before '{read.Printed}'", $"about: {expected.Name}");
    }

    /// <summary>The figures that only 、 or 和 parts from each other, this one among them.</summary>
    private static List<ReadFigure> ListOf(PrintedParagraph paragraph, ReadFigure read)
    {
        var at = paragraph.Figures.ToList().IndexOf(read);
        var (first, last) = (at, at);
        while (first > 0 && IsListed(first))
            first--;
        while (last + 1 < paragraph.Figures.Count && IsListed(last + 1))
            last++;
        return [.. paragraph.Figures.Skip(first).Take(last - first + 1)];

        bool IsListed(int index)
        {
            var (end, start) = (paragraph.Figures[index - 1].InLine.End, paragraph.Figures[index].InLine.Start);
            return end < start && paragraph.Text[end..start].Trim() is "、" or "和" or "与" or "及" or ",";
        }
    }

    private static bool Opens(string clause, int at)
    {
        var before = clause[..at];
        foreach (var word in Openings)
            before = before.Replace(word, "", StringComparison.Ordinal);
        return before.Length == 0;
    }

    /// <summary>The mentioned things of a type that a clause names, in order; a name inside a longer one is none.</summary>
    private List<(Entity Entity, int At)> NamesIn(string clause, EntityType type)
    {
        var found = _mentioned
            .SelectMany(entity => entity.Names.Where(name => name.Basis is NameBasis.Printed), (entity, name) => (entity, name.Text))
            .Select(x => (x.entity, At: clause.IndexOf(x.Text, StringComparison.Ordinal), x.Text.Length))
            .Where(x => x.At >= 0)
            .ToList();
        return
        [
            .. found
                .Where(x => x.entity.Type == type)
                .Where(x => !found.Exists(y => y.Length > x.Length && y.At <= x.At && x.At + x.Length <= y.At + y.Length))
                .OrderBy(x => x.At)
                .DistinctBy(x => x.entity.Id)
                .Select(x => (x.entity, x.At)),
        ];
    }
}
