namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>How where and when an event was lie to what a claim says of them.</summary>
/// <param name="Places">The relationships that say where it was, where they decide.</param>
/// <param name="Note">In what the place or day differs in degree; null where in nothing.</param>
internal sealed record WhereAndWhen(
    SlotMatch Venue,
    SlotMatch Day,
    IReadOnlyList<Relationship> Places,
    string? Note = null,
    string? NoteEnglish = null
);

/// <summary>Holds the place and the days of a claim against those of an event.</summary>
internal sealed class RelationSlots(RelationClaim claim, RelationFacts facts)
{
    private const string Role = "role";

    /// <param name="stated">What was done at the event; null for the event itself.</param>
    public WhereAndWhen Of(string eventId, Relationship? stated)
    {
        var (venue, places, note, noteEnglish) = VenueOf(eventId, stated?.Properties.GetValueOrDefault("venue"));
        var day = DayOf(stated?.Period ?? facts.Entity(eventId)?.Period);
        if (day is SlotMatch.Narrower)
            (note, noteEnglish) = ("报载为前后相邻的一天", "the print has the day next to it");
        return new(venue, day, places, note, noteEnglish);
    }

    /// <summary>Equal, different, unknown; <see cref="SlotMatch.Narrower"/> where it was in another room: a branch venue.</summary>
    private (SlotMatch, IReadOnlyList<Relationship>, string?, string?) VenueOf(string eventId, string? own)
    {
        var here = facts.Held.Where(one => one.From == eventId).ToList();
        var sought = claim.Act.Is(RelationshipTypes.HeldAt) ? claim.Role! : "MAIN";
        var mains = here.Where(one => one.Properties.GetValueOrDefault(Role) == sought).ToList();
        if (claim.UnknownVenue is { } part && mains.Find(one => IsPartOfName(part, facts.Entity(one.To))) is { } so)
            return (SlotMatch.Equal, [so], null, null);
        if (claim.Venues.Count == 0 && claim.UnknownVenue is { } unknown)
            return mains.Count > 0 && mains.TrueForAll(one => IsOtherName(unknown, facts.Entity(one.To)))
                ? (SlotMatch.Different, mains, null, null)
                : (SlotMatch.Unknown, mains, null, null);
        if (claim.Venues.Count == 0)
            return (SlotMatch.Equivalent, mains, null, null);
        if (own is not null && claim.Venues.Any(venue => IsIn(own, venue.Id)))
            return (SlotMatch.Equal, [.. here.Where(one => one.To == own)], null, null);
        var found = claim.Venues.Select(venue => mains.FindAll(main => IsIn(main.To, venue.Id))).ToList();
        if (found.TrueForAll(some => some.Count > 0))
            return own is null
                ? (SlotMatch.Equal, [.. found.SelectMany(some => some).Distinct()], null, null)
                : (
                    SlotMatch.Narrower,
                    [.. here.Where(one => one.To == own)],
                    $"报载在{facts.Entity(own)?.Name}",
                    $"the print has it at {NameOf(own)}"
                );
        if (
            mains.Count > 0
            && claim.Venues.Any(venue =>
                mains.TrueForAll(main => IsElsewhere(main.To, venue.Id)) && !here.Exists(one => IsIn(one.To, venue.Id))
            )
        )
            return (SlotMatch.Different, mains, null, null);
        var others = here.FindAll(one => claim.Venues.Any(venue => IsIn(one.To, venue.Id)));
        if (others.Count > 0 && claim.Type == RelationshipTypes.HeldAt && (claim.IsMainVenue || sought != "MAIN") && mains.Count > 0)
            return (SlotMatch.Different, mains, null, null);
        if (others.Count > 0)
            return claim.Type == RelationshipTypes.HeldAt
                ? (SlotMatch.Narrower, others, $"报载该处为{Term(others[0])}", $"the print has it as {others[0].Properties[Role]}")
                : (SlotMatch.Equivalent, others, null, null);
        return mains.Count > 0 && claim.Venues.Any(venue => mains.TrueForAll(main => IsElsewhere(main.To, venue.Id)))
            ? (SlotMatch.Different, mains, null, null)
            : (SlotMatch.Unknown, mains, null, null);
    }

    /// <summary>The first is the second, or lies in it.</summary>
    public bool IsIn(string place, string whole) => facts.WithAbove(place).Contains(whole, StringComparer.Ordinal);

    /// <summary>Two places that lie in different units of administration of one level: what is known of neither refutes nothing.</summary>
    public bool IsElsewhere(string place, string other) =>
        EntityTypes.Levels.Any(level => UnitOf(place, level) is { } one && UnitOf(other, level) is { } two && one != two);

    private string? UnitOf(string place, IReadOnlyList<string> level) =>
        facts
            .WithAbove(place)
            .FirstOrDefault(id => facts.Entity(id) is { Kind: { } kind } one && one.Type == EntityTypes.Place && level.Contains(kind));

    /// <summary>How the days of the claim lie to those that are printed.</summary>
    public SlotMatch DayOf(Period? period)
    {
        if (claim.Days is not { } said)
            return SlotMatch.Equivalent;
        if (period is null || (period.First ?? period.Last) is null)
            return SlotMatch.Unknown;
        var (first, last) = (period.First ?? period.Last, period.Last ?? period.First);
        var (from, to) = (said.First ?? said.Last, said.Last ?? said.First);
        if (from == first && to == last)
            return SlotMatch.Equal;
        if (from == to && (claim.IsOpening || claim.IsClosing))
            return from == (claim.IsOpening ? first : last) ? SlotMatch.Equal : SlotMatch.Different;
        if ((from <= first && to >= last) || (claim.IsWide && from <= last && to >= first))
            return SlotMatch.Equivalent;
        if (claim is { IsWide: true, IsYearless: true } && from?.PlusYears(1) <= last && to?.PlusYears(1) >= first)
            return SlotMatch.Equivalent;
        if (from >= first && to <= last)
            return from == to || period.Precision > PeriodPrecision.Day ? SlotMatch.Equivalent : SlotMatch.Different;
        var isNext = from == to && (from == last?.PlusDays(1) || from == first?.PlusDays(-1));
        return isNext && claim.IsDayRelative ? SlotMatch.Narrower : SlotMatch.Different;
    }

    /// <summary>A name that no graph knows is another's only where both end alike, as ports or towns do, and share no other word.</summary>
    private static bool IsOtherName(string said, Entity? printed) =>
        printed is not null
        && printed.Names.Any(name => name.Language == "zh" && name.Text[^1] == said[^1])
        && !printed.Names.Any(name => Pairs(name.Text).Intersect(Pairs(said)).Any());

    /// <summary>Tianyuan is the district that is printed.</summary>
    private static bool IsPartOfName(string said, Entity? printed) =>
        printed is not null && printed.Names.Any(name => name.Text.Contains(said, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Pairs(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(at => text.Substring(at, 2));

    private string NameOf(string id) => facts.Entity(id) is { } entity ? entity.NameEnglish ?? entity.Name : id;

    private static string Term(Relationship held) =>
        RelationshipTypes.HeldAt.Properties[0].Choices.First(choice => choice.Name == held.Properties[Role]).Chinese;
}
