using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>A figure of the record beside a claim, and how its parts lie to those of the claim.</summary>
/// <param name="Compared">What the numbers say; null where they do not compare.</param>
internal sealed record MatchedFact(ClaimFact Fact, MatchVector Match, Compared? Compared)
{
    /// <summary>The first part that is other than what is claimed; null where none is.</summary>
    public string? Differing =>
        Match.Slots.Where(slot => slot.Match is not (SlotMatch.Equal or SlotMatch.Equivalent)).Select(slot => slot.Name).FirstOrDefault();

    public bool IsActual => Fact.Figure.Status is ObservationStatus.Actual;

    public bool IsDeciding => IsActual && Match.IsDeciding && Compared is not null;
}

/// <summary>Holds the parts of a claim against those of a figure.</summary>
internal sealed class ClaimMatch(Claim claim, ClaimSubject subject, ClaimIndicator indicator, Entity? city, LocalDate print)
{
    private static readonly string[] Now =
    [
        "目前",
        "截至",
        "截止",
        "现",
        "当前",
        "如今",
        "迄今",
        "至今",
        "今年",
        "当下",
        "now",
        "today",
        "current",
        "so far",
        "as of",
        "by",
        "this year",
    ];

    private readonly string _clause = IndicatorWords.Plain(claim.Quote);

    /// <summary>Of figures in which no more than one indicator of several has any, its missing words tell nothing apart.</summary>
    public IReadOnlyCollection<string> Rivals { get; init; } = [];

    /// <summary>The subjects of which the figures at hand are.</summary>
    public IReadOnlyCollection<string> OnlySubjects { get; init; } = [];

    public MatchedFact Of(ClaimFact fact)
    {
        var unit = UnitOf(fact);
        var match = new MatchVector(SubjectOf(fact), IndicatorOf(fact), MeasureOf(fact), ScopeOf(fact), TimeOf(fact), unit);
        var isComparable = match.Measure is SlotMatch.Equal or SlotMatch.Equivalent && unit is SlotMatch.Equal or SlotMatch.Equivalent;
        return new(fact, match, isComparable ? ClaimComparison.Of(claim, fact.Quantity, fact.Measure) : null);
    }

    private SlotMatch SubjectOf(ClaimFact fact)
    {
        var about = fact.Figure.About;
        if (subject.First.Any(entity => entity.Id == about))
            return subject.IsNamed ? SlotMatch.Equal : SlotMatch.Equivalent;
        var isFreeOfPlace = subject.First.Count == 0 || subject.First.All(entity => entity.Id == city?.Id);
        if (subject.Others.FirstOrDefault(entity => entity.Id == about) is { } other)
            return isFreeOfPlace || (other.Type != EntityTypes.Place && !subject.First.Any(IsElsewhere))
                ? SlotMatch.Equivalent
                : SlotMatch.Different;
        var isGuess = subject.Ground is SubjectGround.Before && !subject.First.Any(IsElsewhere);
        if (!(isFreeOfPlace || isGuess) || OnlySubjects.Count != 1 || subject.Ground is SubjectGround.Asked)
            return SlotMatch.Different;
        return subject.Ground is SubjectGround.City or SubjectGround.None ? SlotMatch.Equivalent : SlotMatch.Narrower;
    }

    /// <summary>Another place than the city: what is printed of the city's things is none of it.</summary>
    private bool IsElsewhere(Entity entity) => entity.Type == EntityTypes.Place && entity.Id != city?.Id;

    private SlotMatch IndicatorOf(ClaimFact fact)
    {
        if (indicator.Possible.FirstOrDefault(one => one.Entity.Id == fact.Figure.Indicator) is not { } possible)
            return SlotMatch.Different;
        if (indicator.Ground is IndicatorGround.Topic)
            return SlotMatch.Narrower;
        if (indicator.Ground is IndicatorGround.Unit)
            return SlotMatch.Equivalent;
        if (possible.Missing.Length == 0)
            return SlotMatch.Equal;
        return Rivals.Count <= 1 && !HasTier(possible.Missing) ? SlotMatch.Equivalent : SlotMatch.Narrower;
    }

    private static bool HasTier(string words) =>
        Array.Exists(ClaimWords.Tiers, tier => words.Contains(tier.InName, StringComparison.Ordinal));

    private SlotMatch MeasureOf(ClaimFact fact)
    {
        var (claimed, printed) = (claim.Figure.Measure, fact.Measure);
        var isRate = IsRate(claimed) && IsRate(printed);
        var isRatio = claimed is Measure.Share or Measure.Level && printed is Measure.Share or Measure.Level && IsRatio(fact);
        if (claimed != printed && !isRate && !isRatio)
            return SlotMatch.Different;
        if (fact.Figure.Comparison is not { } comparison || claim.Figure.Comparison is not { IsInferred: false, Recorded: { } said } told)
            return claimed == printed ? SlotMatch.Equal : SlotMatch.Equivalent;
        if (said != comparison)
            return SlotMatch.Different;
        return fact.Figure.Base is { First: { } first } && told.First is { } own && first != own ? SlotMatch.Different : SlotMatch.Equal;
    }

    private static bool IsRate(Measure measure) => measure is Measure.RateOfChange or Measure.Multiple;

    private static bool IsRatio(ClaimFact fact) => fact.Quantity.Unit.Dimension is Dimension.Ratio;

    private SlotMatch UnitOf(ClaimFact fact)
    {
        if (claim.Quantity is not { } quantity)
            return SlotMatch.Unknown;
        if (IsRate(fact.Measure))
            return quantity.Unit.Dimension is Dimension.Ratio ? SlotMatch.Equal : SlotMatch.Different;
        var unit = fact.Quantity.Unit;
        if (fact.Measure is Measure.Ordinal)
            return unit == quantity.Unit ? SlotMatch.Equal : SlotMatch.Different;
        return unit == quantity.Unit ? SlotMatch.Equal
            : quantity.Unit.ConvertsTo(unit) || quantity.Unit.ComparesWith(unit) ? SlotMatch.Equivalent
            : SlotMatch.Different;
    }

    private SlotMatch ScopeOf(ClaimFact fact)
    {
        var names =
            fact.Figure.Indicator is var id && indicator.Possible.FirstOrDefault(one => one.Entity.Id == id) is { } possible
                ? string.Concat(possible.Entity.Names.Select(name => name.Text + " "))
                : "";
        // A tier that the claim has and the name has not: the record counts more, or others. In a list it may be that of another figure.
        var isNarrowed =
            claim.List.Count < 2
            && Array.Exists(ClaimWords.Tiers, tier =>
                Says(tier.InClaim) && !names.Contains(tier.InName, StringComparison.OrdinalIgnoreCase)
            );
        return isNarrowed ? SlotMatch.Broader
            : PartOf(fact) is { } part ? part
            : fact.Figure is { Measure: Measure.Rank or Measure.Ordinal, Within: { } within }
                ? ClaimUniverse.Match(ClaimUniverse.Of(claim), ClaimUniverse.Of(within.Words))
            : SlotMatch.Equal;
    }

    /// <summary>A part that the claim does not name is less than what is claimed, and the whole is more than a part; else null.</summary>
    private SlotMatch? PartOf(ClaimFact fact) =>
        fact.Figure.Breakdown is { } breakdown
            ? breakdown.Members.All(member => subject.Ids.Contains(member, StringComparer.Ordinal))
                ? null
                : SlotMatch.Narrower
            : subject.Others.Any(entity => entity.Type == EntityTypes.Category)
                ? SlotMatch.Broader
                : null;

    private bool Says(string tier) =>
        char.IsAsciiLetter(tier[0])
            ? claim.IsEnglish && IndicatorWords.TokensOf(claim.Quote).Contains(tier, StringComparer.Ordinal)
            : !claim.IsEnglish && _clause.Contains(tier, StringComparison.Ordinal);

    private SlotMatch TimeOf(ClaimFact fact)
    {
        if (claim.Figure.Period is not { } said || (said.First ?? said.Last) is null)
            return SlotMatch.Equivalent;
        var (first, last) = (fact.Days.First, fact.LastDay);
        if (said.First == first && said.Last == last)
            return SlotMatch.Equal;
        var isNow = Array.Exists(Now, word => said.Words.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        var isStock = fact.IsOfPrint || first is null || first == last;
        var isPast = said.Last is { } end && last <= end;
        if (isStock)
            return isPast && (isNow || said.First is null || said.First <= last) ? SlotMatch.Equivalent
                : said.IsCarried ? SlotMatch.Equivalent
                : SlotMatch.Different;
        // 今年 in May is what the year had come to.
        if (isNow && said.First == first && isPast)
            return SlotMatch.Equivalent;
        if (said.IsCarried || (isNow && said.First == said.Last && said.Last == print))
            return SlotMatch.Equivalent;
        return said.First <= first && said.Last >= last ? SlotMatch.Narrower
            : said.First >= first && said.Last <= last ? SlotMatch.Broader
            : SlotMatch.Different;
    }
}
