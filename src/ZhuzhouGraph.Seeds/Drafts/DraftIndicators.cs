using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>Proposes what a figure measures, from the indicators' names and the words of its clause.</summary>
internal sealed class DraftIndicators(KnownNames names)
{
    /// <summary>How far behind a count its noun may reach.</summary>
    private const int Reach = 16;

    /// <summary>How far in a clause its subject may begin.</summary>
    private const int FarthestName = 4;

    /// <summary>How much of an indicator's name the clause must hold for the name to be told as near.</summary>
    private const double Near = 0.6;

    private readonly List<(string Name, string Printed, Entity Entity, HashSet<string> Pairs)> _names =
    [
        .. names.Indicators.SelectMany(
            entity => entity.Names.Where(name => name.Language == "zh" && name.Text.Length > 1),
            (entity, name) => (name.Text, KnownNames.Kept(PrintedOf(name.Text, entity), out _), entity, PairsOf(name.Text))
        ),
    ];

    /// <param name="before">What the figure before in the sentence measures.</param>
    /// <param name="about">What the figure is about; its name is not what is measured.</param>
    public Proposal Of(DraftFigure figure, DraftSentence sentence, Proposal? before, Proposal? about)
    {
        var (lead, isEmpty) = Lead(figure, sentence, about);
        var isListed = sentence.ListOf(figure.Read) is var list && list.Count > 1 && list[0] != figure.Read;
        if (before is not null && (isListed || (isEmpty && figure.Measure is not (Measure.Level or Measure.Ordinal))))
            return before with { Ground = "as of the figure before" };
        var behind = figure.Measure is Measure.Level or Measure.Change or Measure.Ordinal or Measure.Share
            ? sentence.Behind(figure.Words.End, Reach)
            : "";
        foreach (var (text, place) in new[] { (lead, "before"), (behind, "behind") })
        {
            if (figure.Measure is not Measure.Ordinal && Named(text, figure) is { } named)
                return new([named.Name], $"'{named.Printed}' stands {place} '{figure.Figure}'");
        }
        var words = DraftWords.Trimmed(lead);
        if (words.Length < 2)
            words = DraftWords.Trimmed(behind);
        return new([DraftWords.Todo(DraftWords.Last(words))], NearestTo(lead + behind, figure) is { } near ? $"near is {near}" : "");
    }

    /// <summary>The indicator that the head of a column or row names; null where none is for certain.</summary>
    /// <param name="read">A cell of it, whose unit fits; null where that says nothing.</param>
    public string? In(string words, ReadFigure? read)
    {
        var unit = read?.Measure is Measure.Level or Measure.Change ? read.DeclaredUnit : null;
        return Named(words, entity =>
            unit is null || Spelling.Parse<Dimension>(entity.Properties.GetValueOrDefault("dimension", "")) == unit.Dimension
        )?.Name;
    }

    /// <summary>The clause before the figure, without what it is compared with, its time and the name that opens it.</summary>
    private static (string Text, bool IsEmpty) Lead(DraftFigure figure, DraftSentence sentence, Proposal? about)
    {
        var start = sentence.ClauseStart(figure.Words.Start);
        var text = sentence.Line.Text[start..Math.Max(start, figure.Words.Start)];
        if (figure.Read.Comparison is { Words.Length: > 0 } than && text.IndexOf(than.Words, StringComparison.Ordinal) is var at and > 0)
            text = text[..(text[at - 1] is '比' or '较' or '与' or '同' ? at - 1 : at)];
        if (figure.Read.Period is { Words.Length: > 0 } time)
            text = text.Replace(time.Words, "", StringComparison.Ordinal);
        var whole = text;
        var name = about?.Printed ?? about?.Names[0] ?? "";
        if (name.Length > 0 && text.IndexOf(name, StringComparison.Ordinal) is >= 0 and <= FarthestName and var from)
            text = text[(from + name.Length)..];
        return (text, DraftWords.Trimmed(whole).Length == 0 && !whole.Contains("其中", StringComparison.Ordinal));
    }

    /// <summary>The longest name in the text that fits the figure, the last of equal ones; null where several things have it.</summary>
    private (string Name, string Printed)? Named(string text, DraftFigure figure) => Named(text, entity => Fits(entity, figure));

    private (string Name, string Printed)? Named(string text, Func<Entity, bool> fits)
    {
        text = KnownNames.Kept(text, out _);
        var found = _names
            .Where(x => fits(x.Entity))
            .Select(x => (x.Name, x.Printed, x.Entity, At: text.LastIndexOf(x.Printed, StringComparison.Ordinal)))
            .Where(x => x.At >= 0)
            .OrderByDescending(x => x.Printed.Length)
            .ThenByDescending(x => x.At)
            .ToList();
        return found.Count == 0 || found.Exists(x => x.Printed == found[0].Printed && x.Entity.Id != found[0].Entity.Id)
            ? null
            : (found[0].Name, found[0].Printed);
    }

    private string? NearestTo(string text, DraftFigure figure)
    {
        var pairs = PairsOf(text);
        var near = _names
            .Where(x => Fits(x.Entity, figure))
            .Select(x => (x.Name, x.Entity, Share: x.Pairs.Count(pairs.Contains) / (double)x.Pairs.Count))
            .Where(x => x.Share >= Near)
            .OrderByDescending(x => x.Share)
            .ThenByDescending(x => x.Name.Length)
            .ThenBy(x => x.Entity.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.Name is null ? null : $"{near.Entity.Id} ({near.Name})";
    }

    /// <summary>An amount is in a unit of the indicator's dimension.</summary>
    private static bool Fits(Entity indicator, DraftFigure figure) =>
        figure.Measure is not (Measure.Level or Measure.Change)
        || SeedTodo.Is(figure.Quantity)
        || Units.Find(figure.Quantity.Split(' ')[^1]) is not { } unit
        || Spelling.Parse<Dimension>(indicator.Properties.GetValueOrDefault("dimension", "")) == unit.Dimension;

    /// <summary>Of a number of things the things: 泊位 of 泊位数.</summary>
    private static string PrintedOf(string name, Entity indicator) =>
        indicator.Properties.GetValueOrDefault("dimension") == Spelling.Name(Dimension.Count) && name.Length > 3
            ? name.EndsWith("数量", StringComparison.Ordinal)
                ? name[..^2]
                : name.EndsWith('数')
                    ? name[..^1]
                    : name
            : name;

    private static HashSet<string> PairsOf(string text)
    {
        var kept = KnownNames.Kept(text, out _);
        return [.. Enumerable.Range(0, Math.Max(0, kept.Length - 1)).Select(at => kept.Substring(at, 2))];
    }
}
