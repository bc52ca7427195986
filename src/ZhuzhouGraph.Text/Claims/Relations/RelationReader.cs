using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>A sentence or clause that may say who did what. Offsets are of the whole text.</summary>
internal readonly record struct RelationUnit(Span Span, bool IsEnglish);

/// <summary>Reads who did what, where and when: acts by their words, things by their names, and which part each is by its place.</summary>
internal sealed class RelationReader(
    string text,
    LocalDate print,
    IReadOnlyList<NamedThing> names,
    ThingWords things,
    Entity? city,
    Entity? asked
)
{
    /// <summary>What the sentence before speaks of.</summary>
    private IReadOnlyList<Entity> _events = [];

    /// <summary>The sentences of a text; of one with a figure that is checked the clauses without.</summary>
    public static List<RelationUnit> Units(string text, IReadOnlyList<Claim> figures)
    {
        List<RelationUnit> units = [];
        foreach (var sentence in SentencesOf(text))
        {
            var inside = figures.Where(claim => claim.Figure.Measure is not Measure.Ordinal && Holds(sentence, claim.FigureSpan)).ToList();
            foreach (var part in inside.Count == 0 ? [sentence] : Clauses(text, sentence))
            {
                if (!inside.Exists(claim => Holds(part, claim.FigureSpan)) && part.End - part.Start > 3)
                    units.Add(new(part, EnglishReader.IsEnglish(text[part.Start..part.End])));
            }
        }
        return units;
    }

    public IEnumerable<RelationClaim> Read(RelationUnit unit)
    {
        var sentence = new RelationSentence(text, unit, names, print);
        var acts = ActScanner.Find(sentence.Plain, unit.IsEnglish, sentence.IsTaken);
        List<RelationClaim> claims = [];
        foreach (var (index, found) in acts.Index())
        {
            var from = index == 0 ? 0 : acts[index - 1].Span.End;
            var to = index + 1 < acts.Count ? acts[index + 1].Span.Start : sentence.Plain.Length;
            var parts = found.Acts.Select(act => new RelationParts(
                sentence,
                act,
                found.Span,
                from,
                to,
                things,
                _events,
                claims,
                city,
                asked
            ));
            var read = parts.Select(one => one.Read(acts)).OfType<RelationClaim>().ToList();
            // Of several acts that the words can mean the first that finds its object.
            if ((read.Find(claim => claim.Objects.Count > 0 && !claim.IsObjectInferred) ?? read.FirstOrDefault()) is { } claim)
                Add(claims, claim);
            if (claims is [.., { Objects: [{ Type.Name: "Event" }, ..] events }])
                _events = events;
        }
        if ((claims.Count == 0 || sentence.HasCopula) && PostReader.Read(sentence, things, city) is { } post)
            claims.Add(post);
        var isAsked = unit.Span.End < text.Length && text[unit.Span.End] is '？' or '?';
        var unread = RelationResidue.Of(sentence, claims, acts, isAsked);
        return claims.Select(claim =>
            claim with
            {
                Unread = unread,
                IsDeniedOfSome = claim.IsDeniedOfSome || (claim.IsNegated && claims.Count > 1),
            }
        );
    }

    /// <summary>获得某某称号 says one thing in two words: the fuller reading of it stays.</summary>
    private static void Add(List<RelationClaim> claims, RelationClaim claim)
    {
        var same = claims.FindIndex(one =>
            one.Act == claim.Act && one.Subjects.SequenceEqual(claim.Subjects) && one.Objects.SequenceEqual(claim.Objects)
        );
        if (same < 0)
            claims.Add(claim);
        else if (claim.Venues.Count > claims[same].Venues.Count)
            claims[same] = claim;
    }

    private static IEnumerable<Span> SentencesOf(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !IsEnd(text, at))
                continue;
            var (from, to) = (start, at);
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (to > from)
                yield return new(from, to);
            start = at + 1;
        }
    }

    private static bool IsEnd(string text, int at) =>
        text[at] is '。' or '！' or '？' or '!' or '?' or '\n' or '\r' or '；' or ';'
        || (
            text[at] == '.'
            && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))
            && !(text[..at].EndsWith("Co", StringComparison.Ordinal) && at + 1 < text.Length)
            && !(text[..at].EndsWith("Ltd", StringComparison.Ordinal) && at + 2 < text.Length && char.IsLower(text[at + 2]))
        );

    private static IEnumerable<Span> Clauses(string text, Span sentence)
    {
        var start = sentence.Start;
        for (var at = sentence.Start; at <= sentence.End; at++)
        {
            if (at < sentence.End && text[at] is not ('，' or ','))
                continue;
            if (at > start)
                yield return new(start, at);
            start = at + 1;
        }
    }

    private static bool Holds(Span outer, Span inner) => outer.Start <= inner.Start && inner.End <= outer.End;
}
