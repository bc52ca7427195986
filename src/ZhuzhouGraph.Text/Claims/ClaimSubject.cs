namespace ZhuzhouGraph.Text.Claims;

/// <summary>How it is known what a claim is about.</summary>
public enum SubjectGround
{
    /// <summary>Its name stands in the clause, or in the sentence.</summary>
    Named,

    /// <summary>我市, 该公司: a word stands for it.</summary>
    Pronoun,

    /// <summary>The sentence before names it.</summary>
    Before,

    /// <summary>The request says so.</summary>
    Asked,

    /// <summary>Nothing is named: the city of the newspaper.</summary>
    City,

    /// <summary>Nothing is named, and figures of the indicator are printed about one thing only.</summary>
    OnlyOne,

    /// <summary>Nothing that is known.</summary>
    None,
}

/// <summary>What a claim is about.</summary>
/// <param name="Surface">The words that say so; null where none do.</param>
/// <param name="First">What is meant; several where a name is that of several things.</param>
/// <param name="Others">What else the sentence names.</param>
internal sealed record ClaimSubject(string? Surface, SubjectGround Ground, IReadOnlyList<Entity> First, IReadOnlyList<Entity> Others)
{
    public bool IsNamed => Ground is SubjectGround.Named;

    /// <summary>It stands at the figure's place in a list of things: 甲、乙分别有5家、9家.</summary>
    public bool IsOfList { get; init; }

    public IReadOnlyList<string> Ids => [.. First.Concat(Others).Select(entity => entity.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>Chooses it for a claim.</summary>
    /// <param name="names">All names of the text.</param>
    /// <param name="before">What the claim before is about; null for the first.</param>
    /// <param name="asked">What the request names; null for nothing.</param>
    public static ClaimSubject Of(Claim claim, IReadOnlyList<NamedThing> names, ClaimSubject? before, Entity? asked, Entity? city)
    {
        var sentence = new Span(claim.SentenceStart, claim.SentenceStart + claim.Sentence.Length);
        var inSentence = names.Where(name => Holds(sentence, name.Span)).ToList();
        var all = inSentence.SelectMany(name => name.Entities).ToList();
        // The clause first, then those before it from near to far, then what stands behind.
        var clauses = inSentence
            .Where(name => name.Entities.Any(IsSubject))
            .GroupBy(name => ClauseOf(claim, name.Span))
            .OrderBy(group => group.Key < 0 ? 1_000_000 - group.Key : group.Key);
        foreach (var clause in clauses)
        {
            if (clause.Key != 0 && PronounOf(claim, names, before, city) is { } nearer)
                return nearer with { Others = all };
            var listed = Listed(claim, inSentence);
            var chosen = listed ?? Chosen(claim, [.. clause], city);
            return new(chosen.Name, SubjectGround.Named, [.. chosen.Entities.Where(IsSubject)], Rest(chosen))
            {
                IsOfList = listed is not null,
            };
        }
        if (PronounOf(claim, names, before, city) is { } pronoun)
            return pronoun with { Others = all };
        if (asked is not null)
            return new(null, SubjectGround.Asked, [asked], all);
        if (before is { Ground: SubjectGround.Named or SubjectGround.Before or SubjectGround.Pronoun })
            return before with { Ground = SubjectGround.Before, Others = all };
        return city is null ? new(null, SubjectGround.None, [], all) : new(null, SubjectGround.City, [city], all);

        List<Entity> Rest(NamedThing chosen) => [.. all.Where(entity => !chosen.Entities.Contains(entity))];
    }

    /// <summary>甲、乙分别有5家、9家: as many things of one type before the list as figures in it, each that of one.</summary>
    private static NamedThing? Listed(Claim claim, IReadOnlyList<NamedThing> names)
    {
        if (claim.List.Count < 2)
            return null;
        var before = names
            .Where(name => name.Span.End <= claim.FigureSpan.Start - claim.List.Before && name.Entities.All(IsSubject))
            .GroupBy(name => name.Entities[0].Type)
            .FirstOrDefault(group => group.Count() == claim.List.Count);
        return before?.ElementAt(claim.List.Index);
    }

    /// <summary>Of several names of a clause that which opens it, with what follows it at once: 某市东区 is the district.</summary>
    private static NamedThing Chosen(Claim claim, IReadOnlyList<NamedThing> names, Entity? city)
    {
        var at = 0;
        var text = claim.Sentence;
        while (
            at + 1 < names.Count
            && !IsOfOther(names[at], names[at + 1])
            && names[at + 1].Span.End <= claim.FigureSpan.Start
            && text[(names[at].Span.End - claim.SentenceStart)..(names[at + 1].Span.Start - claim.SentenceStart)].Trim()
                is ""
                    or "的"
                    or "市"
                    or "'s"
        )
            at++;
        return names[at];

        // 邻市的轨道交通产业 is not the industry that the city's paper speaks of.
        bool IsOfOther(NamedThing place, NamedThing next) =>
            place.Entities.Any(entity => entity.Type == EntityTypes.Place && entity.Id != city?.Id)
            && next.Entities.All(entity => entity.Type.Name is "Industry" or "Product" or "Event");
    }

    private static ClaimSubject? PronounOf(Claim claim, IReadOnlyList<NamedThing> names, ClaimSubject? before, Entity? city)
    {
        var lead = claim.IsEnglish ? claim.Sentence : claim.Lead;
        if (city is not null && Array.Find(ClaimWords.OfCity, word => Stands(lead, word)) is { } word)
            return new(word, SubjectGround.Pronoun, [city], []);
        var pronoun = Array.Find(ClaimWords.Pronouns, pronoun => Stands(lead, pronoun.Word));
        if (pronoun.Word is null)
            return null;
        var at = claim.SentenceStart + lead.IndexOf(pronoun.Word, StringComparison.OrdinalIgnoreCase);
        var meant = names
            .Where(name => name.Span.End <= at)
            .SelectMany(name => name.Entities)
            .Concat(before?.First ?? [])
            .LastOrDefault(entity => pronoun.Types.Contains(entity.Type.Name) && entity.Id != city?.Id);
        return meant is null ? null : new(pronoun.Word, SubjectGround.Pronoun, [meant], []);
    }

    private static bool Stands(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsSubject(Entity entity) => ClaimWords.Subjects.Contains(entity.Type.Name, StringComparer.Ordinal);

    /// <summary>How many clauses before that of the figure; negative behind it.</summary>
    private static int ClauseOf(Claim claim, Span name)
    {
        var (from, to) =
            name.Start < claim.Span.Start ? (name.End, claim.Span.Start)
            : name.Start >= claim.Span.End ? (claim.Span.End, name.Start)
            : (0, 0);
        var between = claim.Sentence[
            (Math.Max(from, claim.SentenceStart) - claim.SentenceStart)..Math.Max(
                to - claim.SentenceStart,
                Math.Max(from, claim.SentenceStart) - claim.SentenceStart
            )
        ];
        var clauses = between.Count(c => ClaimWords.Stops.Contains(c, StringComparison.Ordinal)) + (from == to ? 0 : 1);
        return from == claim.Span.End && to == name.Start ? -clauses : clauses;
    }

    private static bool Holds(Span outer, Span inner) => outer.Start <= inner.Start && inner.End <= outer.End;
}
