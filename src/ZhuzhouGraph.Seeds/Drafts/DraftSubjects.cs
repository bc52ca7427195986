using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>What is proposed, and what speaks for it.</summary>
/// <param name="Printed">The word that stands for it, where that is another one.</param>
/// <param name="IsPlace">Whether it is a place.</param>
internal sealed record Proposal(IReadOnlyList<string> Names, string Ground, string? Printed = null, bool IsPlace = false);

/// <summary>Proposes what the figures of a paragraph are about, from the known names of its sentences.</summary>
/// <param name="city">The place of the newspaper, or null: 全市 is that.</param>
internal sealed class DraftSubjects(Entity? city)
{
    private static readonly string[] Types = ["Place", "Company", "Organization", "Industry", "Product", "Event"];
    private static readonly string[] OfCity = ["全市", "我市", "本市", "该市"];

    /// <summary>What may stand between a comma and the subject of a clause.</summary>
    private static readonly string[] Openings = ["其中", "而", "但", "同时", "此外", "另外", "目前", "截至目前", "去年", "今年", "在", "“"];

    private static readonly char[] Stops = [.. "，,；;：:"];

    /// <summary>What the sentence before in the paragraph spoke of.</summary>
    private Proposal? _last;

    /// <param name="before">What the figure before in the sentence is about.</param>
    /// <returns>Null where nothing certain enough stands there.</returns>
    public Proposal? Of(ReadFigure figure, Span words, DraftSentence sentence, Proposal? before)
    {
        var found = InName(words, sentence)
            ?? InList(figure, sentence)
            ?? InClause(words, sentence)
            ?? before
            ?? InSentence(words, sentence)
            ?? Last(words, sentence);
        _last = found is not null && !SeedTodo.Is(found.Names[0]) ? found : _last;
        return found;
    }

    /// <summary>第五届 of the name that it opens.</summary>
    private static Proposal? InName(Span words, DraftSentence sentence) =>
        sentence.Names.FirstOrDefault(name => name.InText.Start <= words.Start && words.End <= name.InText.End) is { Entity: not null } name
            ? new([name.Name], "holds the figure")
            : null;

    private static Proposal? InList(ReadFigure figure, DraftSentence sentence)
    {
        var list = sentence.ListOf(figure);
        if (list.Count == 1)
            return null;
        var named = Subjects(sentence, sentence.ClauseStart(list[0].InLine.Start), list[0].InLine.Start)
            .GroupBy(name => name.Entity!.Type)
            .Where(names => names.Count() == list.Count)
            .ToList();
        return named.Count == 1 ? new([named[0].ElementAt(list.ToList().IndexOf(figure)).Name], "stands at its place in the list") : null;
    }

    private Proposal? InClause(Span words, DraftSentence sentence)
    {
        var start = sentence.ClauseStart(words.Start);
        return Opens(sentence, start, words.Start, "opens the clause");
    }

    /// <summary>The first clause that begins with a subject, or the only subject that is named before the figure.</summary>
    private Proposal? InSentence(Span words, DraftSentence sentence)
    {
        for (var start = sentence.InLine.Start; start < words.Start; start = Next(sentence.Line.Text, start, words.Start))
        {
            if (Opens(sentence, start, words.Start, "opens the sentence") is { } opening)
                return opening;
        }
        var named = Subjects(sentence, sentence.InLine.Start, words.Start).DistinctBy(name => name.Entity!.Id).ToList();
        return named.Count == 1 ? Unsure(named[0].Name, "alone named before the figure") : null;
    }

    /// <summary>The subject of the sentence before, where this one names none: reports of statistics go on with their place.</summary>
    private Proposal? Last(Span words, DraftSentence sentence)
    {
        if (_last is null || Subjects(sentence, sentence.InLine.Start, words.Start).Any())
            return null;
        return _last.IsPlace
            ? _last with
            {
                Ground = "is what the sentence before speaks of",
            }
            : Unsure(_last.Names[0], "of which the sentence before speaks");
    }

    /// <summary>What may be meant stands there with the name, and is left to do.</summary>
    private static Proposal Unsure(string name, string ground) => new([SeedTodo.For(name)], $"perhaps {name}, {ground}");

    private Proposal? Opens(DraftSentence sentence, int start, int end, string ground)
    {
        var text = sentence.Line.Text;
        if (Subjects(sentence, start, end).FirstOrDefault() is { } first && IsOpening(text[start..first.InText.Start]))
            return new([first.Name], ground, IsPlace: first.Entity!.Type == EntityTypes.Place);
        if (city is null)
            return null;
        var clause = text[start..end];
        var word = Array.Find(OfCity, word => clause.IndexOf(word, StringComparison.Ordinal) is var at and >= 0 && IsOpening(clause[..at]));
        return word is null ? null : new([city.Name], $"is the city of the paper, {word}", word, IsPlace: true);
    }

    private static bool IsOpening(string text)
    {
        foreach (var word in Openings)
            text = text.Replace(word, "", StringComparison.Ordinal);
        return text.Trim().Length == 0;
    }

    private static int Next(string text, int start, int end)
    {
        var stop = text.IndexOfAny(Stops, start, end - start);
        return stop < 0 ? end : stop + 1;
    }

    private static IEnumerable<FoundName> Subjects(DraftSentence sentence, int start, int end) =>
        sentence.Names.Where(name =>
            name.InText.Start >= start && name.InText.End <= end && name.Entity is { } entity && Types.Contains(entity.Type.Name)
        );
}
