using ZhuzhouGraph.Text.DoubleEntry;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Whether what a figure is about is what its sentence speaks of: it is named in the sentence, the paragraph or a heading, and the
/// clause of the figure does not begin with another name of its kind.
/// </summary>
internal sealed class SeedSubjects(BoundArticle article, ArticleReading reading, NameIndex names)
{
    public const string Part = "about",
        PartOfIt = "breakdown";

    /// <summary>The parts of a figure that are judged here.</summary>
    public static IReadOnlyList<string> Parts { get; } = [Part, PartOfIt, SeedIndicators.Part];

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

    /// <summary>What a Chinese paper calls its country.</summary>
    private static readonly string[] Nation = ["全国", "我国"];

    private const string NationName = "中国";

    private readonly List<Entity> _mentioned =
    [
        .. article.Facts.Select(fact => fact.Node).OfType<Entity>().DistinctBy(entity => entity.Id),
    ];

    public Disagreement? Of(Observation figure, Citation located, PrintedParagraph? paragraph, ReadFigure? read)
    {
        if (names.Get(figure.About) is not { } about || located.Quote is not { } sentence)
            return null;
        if (!IsNamed(about, sentence, located, paragraph))
            return Unnamed(Part, about, figure);
        List<Entity> members = [.. (figure.Breakdown?.Members ?? []).Select(names.Get).OfType<Entity>()];
        if (members.Find(member => !IsNamed(member, sentence, located, paragraph)) is { } unnamed)
            return Unnamed(PartOfIt, unnamed, figure);
        if (paragraph is null || read is null)
            return null;
        if (Opening(about.Type, about, paragraph, read) is { } other && other.Id != about.Id && !members.Contains(other))
            return Stands(Part, about.Name, other, read);
        var found = Opening(EntityTypes.Category, about, paragraph, read) ?? PartOfSiblings(figure, members, located, paragraph, read);
        return found is { } part && part.Id != about.Id && !members.Contains(part)
            ? Stands(PartOfIt, members.Count == 0 ? "NONE" : string.Join(", ", members.Select(member => member.Name)), part, read)
            : null;
    }

    /// <summary>
    /// In a sentence that records parts of the figure's indicator: the only one of them that the figure's clause names, where the figure
    /// is recorded as no part of their dimension; or null.
    /// </summary>
    private Entity? PartOfSiblings(Observation figure, List<Entity> members, Citation located, PrintedParagraph paragraph, ReadFigure read)
    {
        if (ListOf(paragraph, read).Count > 1)
            return null;
        var dimensions = members.Select(Breakdown.DimensionOf).ToHashSet(StringComparer.Ordinal);
        var parts = article
            .Facts.Where(fact => fact.Citation.Address == located.Address)
            .Select(fact => fact.Node)
            .OfType<Observation>()
            .Where(other => (other.Indicator, other.About) == (figure.Indicator, figure.About))
            .SelectMany(other => other.Breakdown?.Members ?? [])
            .Distinct(StringComparer.Ordinal)
            .Select(names.Get)
            .OfType<Entity>()
            .Where(part => part.Type == EntityTypes.Category && !dimensions.Contains(Breakdown.DimensionOf(part)))
            .ToList();
        if (parts.Count == 0)
            return null;
        // 进出口 is the whole, and holds the name of a part.
        var clause = ClauseBefore(paragraph, read).Replace("进出口", "", StringComparison.Ordinal);
        var named = NamesIn(clause, EntityTypes.Category);
        return named.Count == 1 && parts.Contains(named[0].Entity) ? named[0].Entity : null;
    }

    public Disagreement? OtherIndicator(Observation figure, PrintedParagraph paragraph, ReadFigure read) =>
        SeedIndicators.Of(figure, paragraph, read, names, article.Document.Key);

    private static Disagreement Stands(string part, string recorded, Entity expected, ReadFigure read) =>
        new(part, recorded, expected.Name, $"'{expected.Name}' stands before '{read.Printed}'", $"{part}: {expected.Name}");

    private static Disagreement Unnamed(string part, Entity entity, Observation figure) =>
        new(part, entity.Name, "NONE", $"named in no sentence, paragraph or heading around '{figure.Figure}'", "what they name");

    private bool IsNamed(Entity about, string sentence, Citation located, PrintedParagraph? paragraph)
    {
        var words = about.Names.Where(name => name.Language == "zh").ToList();
        var near = Folding.Fold(sentence + paragraph?.Text + article.Article.Title + article.Article.Section);
        if (words.Exists(name => IsIn(name.Text, near)))
            return true;
        if (words.Exists(name => name.Text == NationName) && Nation.Any(word => near.Contains(word, StringComparison.Ordinal)))
            return true;
        // 我市 is the city in the newspaper's name, whether or not the text holds its masthead.
        var above = Folding.Fold(article.Article.Newspaper + "\n" + reading.Above(located));
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

    /// <summary>
    /// What of a type opens the figure's clause, or in a list of figures stands at its place; null where that is not certain.
    /// </summary>
    private Entity? Opening(EntityType type, Entity about, PrintedParagraph paragraph, ReadFigure read)
    {
        var list = ListOf(paragraph, read);
        var clause = ClauseBefore(paragraph, list[0]);
        var named = NamesIn(clause, type);
        if (type == about.Type && clause.TrimEnd() is [.. var outside, '（' or '('])
            return named.Find(name => outside.TrimEnd().EndsWith(name.Words, StringComparison.Ordinal)).Entity
                ?? (Array.Exists(Nation, outside.TrimEnd().EndsWith) ? China : null);
        if (type == EntityTypes.Place && named.Count == 0 && IsOfNation(clause, read))
            return China;
        // 甲、乙分别为1亿元、2亿元，占比分别为3%、4%: a list without names has those of the list before.
        if (list.Count > 1 && named.Count == 0 && paragraph.Figures.LastOrDefault(x => x.InLine.End <= list[0].InLine.Start) is { } last)
        {
            var before = ListOf(paragraph, last);
            if (before.Count == list.Count && before[0].InLine.Start >= paragraph.Start)
                named = NamesIn(ClauseBefore(paragraph, before[0]), type);
            return named.Count == list.Count ? named[list.IndexOf(read)].Entity : null;
        }
        return named.Count == 0 ? null
            : list.Count > 1 && named.Count == list.Count ? named[list.IndexOf(read)].Entity
            : named.Count == 1 && Opens(clause, named[0].At, type == about.Type ? [] : about.Names) ? named[0].Entity
            : null;
    }

    private Entity? China => names.Find(NationName, null) is [{ } only] ? only : null;

    /// <summary>全国…实现利润10亿元, but not 全国第3 nor 全国30%的.</summary>
    private static bool IsOfNation(string clause, ReadFigure read)
    {
        if (read.Measure is not (Measure.Level or Measure.Change or Measure.RateOfChange))
            return false;
        foreach (var word in Openings)
            clause = clause.Replace(word, "", StringComparison.Ordinal);
        return Array.Exists(Nation, clause.StartsWith);
    }

    /// <summary>What stands before a figure, back to the comma, stop or figure before it.</summary>
    private static string ClauseBefore(PrintedParagraph paragraph, ReadFigure read)
    {
        var before = paragraph.Figures.LastOrDefault(figure => figure.InLine.End <= read.InLine.Start)?.InLine.End ?? 0;
        var stop = paragraph.Text.LastIndexOfAny(Stops, read.InLine.Start);
        return paragraph.Text[Math.Max(Math.Max(before, stop + 1), paragraph.Start)..read.InLine.Start];
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

    /// <param name="passing">Names that may stand before it, too.</param>
    private static bool Opens(string clause, int at, IEnumerable<EntityName> passing)
    {
        var before = clause[..at];
        foreach (var word in passing.Select(name => name.Text).Concat(Openings))
            before = before.Replace(word, "", StringComparison.Ordinal);
        return before.Length == 0;
    }

    /// <summary>The mentioned things of a type that a clause names, in order; a name inside a longer one is none.</summary>
    private List<(Entity Entity, int At, string Words)> NamesIn(string clause, EntityType type)
    {
        var found = _mentioned
            .SelectMany(entity => entity.Names.Where(name => name.Basis is NameBasis.Printed), (entity, name) => (entity, name.Text))
            .Select(x => (x.entity, x.Text, At: clause.IndexOf(x.Text, StringComparison.Ordinal), x.Text.Length))
            .Where(x => x.At >= 0)
            .ToList();
        return
        [
            .. found
                .Where(x => x.entity.Type == type)
                .Where(x => !found.Exists(y => y.Length > x.Length && y.At <= x.At && x.At + x.Length <= y.At + y.Length))
                .OrderBy(x => x.At)
                .DistinctBy(x => x.entity.Id)
                .Select(x => (x.entity, x.At, x.Text)),
        ];
    }
}
