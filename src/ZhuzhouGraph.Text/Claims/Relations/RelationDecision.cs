namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>A relationship beside a claim.</summary>
internal sealed record MatchedRelation(Relationship Relationship, RelationMatch Match);

/// <summary>What the record decides of a claim of a relation.</summary>
internal sealed record RelationDecision(Verdict Verdict, RelationRule Rule, IReadOnlyList<MatchedRelation> Deciding)
{
    public ClaimReason? Reason { get; init; }
    public string? Note { get; init; }
    public string? NoteEnglish { get; init; }
    public IReadOnlyList<MatchedRelation> Nearest { get; init; } = [];
}

/// <summary>Decides by rules: printed so, given to another, elsewhere, on another day; what is not printed refutes nothing.</summary>
internal sealed class RelationDecider(RelationClaim claim, RelationFacts facts)
{
    private const int MostNearest = 5;

    private static readonly string[] Meetings = ["TALKS", "VISIT", "INSPECTION"];
    private static readonly Verdict[] Worst = [Verdict.Refuted, Verdict.NotEnoughEvidence, Verdict.TrueButNeedsContext, Verdict.Supported];

    private readonly RelationSlots _slots = new(claim, facts);

    public RelationDecision Decide()
    {
        var decision = claim.Type == RelationshipTypes.HeldAt ? OfEvents() : OfSubjects();
        decision = claim.IsNegated ? Denied(decision) : decision;
        // A word more can turn a sentence round.
        if (decision.Verdict is not Verdict.NotEnoughEvidence && (claim.Unread.Count > 0 || claim.IsDeniedOfSome))
            decision = Silent(ClaimReason.Unparsed) with
            {
                Note = claim.Unread.Count > 0 ? $"没有读懂“{string.Join("”“", claim.Unread)}”" : "否定的是谁，没有读懂",
                NoteEnglish = claim.Unread.Count > 0 ? $"not read: {string.Join(", ", claim.Unread)}" : "who is denied was not read",
            };
        if (decision.Verdict is Verdict.Supported or Verdict.TrueButNeedsContext && !claim.Beside.All(facts.HasPost))
            decision = Silent(ClaimReason.NotPrinted);
        // Somebody or something of the claim is nothing that the graph knows: the rest does not support it.
        if (decision.Verdict is Verdict.Supported or Verdict.TrueButNeedsContext && (claim.HasUnknownBeside || claim.IsOfUnknownEvent))
            decision = Silent(ClaimReason.NoSubject);
        return decision.Verdict is Verdict.NotEnoughEvidence ? decision with { Nearest = Nearest() } : decision;
    }

    private static RelationDecision Denied(RelationDecision decision) =>
        decision.Verdict switch
        {
            Verdict.Supported or Verdict.TrueButNeedsContext => decision with { Verdict = Verdict.Refuted, Rule = RelationRule.Denied },
            Verdict.Refuted => decision with { Verdict = Verdict.Supported, Rule = RelationRule.Denied },
            _ => decision,
        };

    /// <summary>Where and when an event was: of several that can be meant those of which something is printed.</summary>
    private RelationDecision OfEvents()
    {
        var printed = claim
            .Objects.Where(one => facts.Held.Any(held => held.From == one.Id) || facts.Stated.Any(stated => stated.To == one.Id))
            .Select(one => (Event: one, Decision: OfEvent(one.Id)))
            .ToList();
        if (printed.Count == 0)
            return Silent(ClaimReason.NotPrinted);
        var best = printed.Select(one => one.Decision).MaxBy(one => Array.IndexOf(Worst, one.Verdict))!;
        return best.Verdict is Verdict.Refuted && printed.Count > 1 ? Silent(ClaimReason.AmbiguousSubject) : best;
    }

    private RelationDecision OfEvent(string id)
    {
        var slots = _slots.Of(id, null);
        var said =
            slots.Places.Count > 0 ? slots.Places : [.. facts.Held.Concat(facts.Stated).Where(one => one.From == id || one.To == id)];
        return BySlots(said, slots, Standing(id));
    }

    /// <summary>What place, day and standing leave of what is printed.</summary>
    private RelationDecision BySlots(IReadOnlyList<Relationship> said, WhereAndWhen slots, string? standing)
    {
        List<MatchedRelation> deciding =
        [
            .. said.Select(one => new MatchedRelation(one, new(SlotMatch.Equal, SlotMatch.Equal, SlotMatch.Equal, slots.Venue, slots.Day))),
        ];
        if (slots.Venue is SlotMatch.Different)
        {
            var where = slots.Places.Select(one => new MatchedRelation(one, deciding[0].Match)).ToList();
            return new(Verdict.Refuted, RelationRule.OtherVenue, where.Count > 0 ? where : deciding);
        }
        if (slots.Day is SlotMatch.Different)
            return new(Verdict.Refuted, RelationRule.OtherDay, deciding);
        if (standing is "PLANNED" or "PROPOSED" && claim.IsDone)
            return Silent(ClaimReason.Forecast);
        if (standing is "REFUSED" || slots.Venue is SlotMatch.Unknown)
            return Silent(ClaimReason.NotPrinted);
        if (slots.Day is SlotMatch.Unknown)
            return Silent(ClaimReason.TimeMismatch);
        var isPlan = standing is "HELD" && claim.IsPlanned;
        if (slots.Note is not null || isPlan)
            return new(Verdict.TrueButNeedsContext, RelationRule.InDegree, deciding)
            {
                Note = slots.Note ?? "报载已经举行",
                NoteEnglish = slots.NoteEnglish ?? "the print has it as held already",
            };
        return new(Verdict.Supported, RelationRule.Printed, deciding)
        {
            Note = standing is "PLANNED" ? "报载为预告" : null,
            NoteEnglish = standing is "PLANNED" ? "the print announces it" : null,
        };
    }

    private string? Standing(string id) => facts.Entity(id)?.Properties.GetValueOrDefault("standing");

    private RelationDecision OfSubjects()
    {
        var all = facts.Stated.Where(claim.Act.IsSaidBy).ToList();
        if (claim.Subjects.Count == 0)
            return Unknown(all);
        if (claim.Objects.Count == 0 && IsOfEvent)
            return AtSomeEvent(all);
        List<RelationDecision> decisions = [];
        foreach (var subject in claim.Subjects)
        {
            if (claim.Titles.Count == 0)
                decisions.Add(Of(subject, all, []));
            else
                decisions.AddRange(claim.Titles.Select(titles => Of(subject, [.. all.Where(one => IsPost(one, titles))], titles)));
        }
        return Together(decisions);
    }

    private bool IsOfEvent => claim.Type == RelationshipTypes.TookPartIn || claim.Type == RelationshipTypes.Organized;

    private static RelationDecision Together(IReadOnlyList<RelationDecision> decisions)
    {
        var worst = decisions.MinBy(one => Array.IndexOf(Worst, one.Verdict))!;
        return worst.Verdict is Verdict.Supported or Verdict.TrueButNeedsContext
            ? worst with
            {
                Deciding = [.. decisions.SelectMany(one => one.Deciding).DistinctBy(one => one.Relationship.Id)],
            }
            : worst;
    }

    /// <summary>What lies in a part lies in the whole; what lies in another unit of that level does not.</summary>
    private RelationDecision Of(Entity subject)
    {
        var own = facts.Stated.Where(one => one.From == subject.Id).ToList();
        var said = own.Find(one => claim.Objects.Any(where => _slots.IsIn(one.To, where.Id)));
        var other = own.Find(one => claim.Objects.All(where => _slots.IsElsewhere(one.To, where.Id)));
        var isSaid = said is not null;
        if ((said ?? other) is not { } found)
            return Silent(ClaimReason.NotPrinted);
        var where = isSaid ? SlotMatch.Equal : SlotMatch.Different;
        return new(
            isSaid ? Verdict.Supported : Verdict.Refuted,
            isSaid ? RelationRule.Printed : RelationRule.OtherVenue,
            [new(found, new(SlotMatch.Equal, SlotMatch.Equal, where, SlotMatch.Equivalent, SlotMatch.Equivalent))]
        );
    }

    private RelationDecision Of(Entity subject, IReadOnlyList<Relationship> said, IReadOnlyList<Acts.Title> titles)
    {
        if (claim.Type == RelationshipTypes.LocatedIn)
            return Of(subject);
        var about = said.Where(IsAbout).ToList();
        var own = about.Where(one => one.From == subject.Id).ToList();
        var spoken = claim.Behalf.Count > 0 ? [.. about.Where(IsFor)] : about;
        if (claim.Behalf.Count > 0 && own.Count > 0 && !own.Exists(IsFor))
            return spoken.Count > 0 ? ToAnother(spoken) : Silent(ClaimReason.NotPrinted);
        if (own.Count > 0)
            return own.Select(OfOwn).MaxBy(one => Array.IndexOf(Worst, one.Verdict))!;
        var others = spoken.Where(one => one.From != subject.Id).ToList();
        return others.Count > 0 && IsTaken(subject, others, titles)
            ? ToAnother(others) with
            {
                Rule = claim.Role != "CHAIR" && HasOtherRole(subject) ? RelationRule.OtherRole : RelationRule.GivenToAnother,
            }
            : Silent(ClaimReason.NotPrinted);
    }

    private RelationDecision OfOwn(Relationship own)
    {
        if (IsOfEvent)
        {
            var slots = _slots.Of(own.To, own);
            var isByVideo = own.Properties.GetValueOrDefault(RelationshipTypes.WordName, "") is var word && RelationWords.IsByVideo(word);
            if (isByVideo && slots.Note is null && !RelationWords.IsByVideo(claim.Quote))
                slots = slots with { Note = "报载为视频参加", NoteEnglish = "the print has it by video" };
            return BySlots([own], slots, Standing(own.To));
        }
        var match = new RelationMatch(SlotMatch.Equal, SlotMatch.Equal, SlotMatch.Equal, SlotMatch.Equivalent, SlotMatch.Equivalent);
        if (claim.IsPlanned)
            return Silent(ClaimReason.Forecast);
        if (claim.Days is not null && _slots.DayOf(own.Period) is not (SlotMatch.Equal or SlotMatch.Equivalent))
            return Silent(ClaimReason.TimeMismatch);
        if (claim.Year is { } year && own.Properties.GetValueOrDefault(RelationshipTypes.YearName) is { } printed)
        {
            if (!Equals(printed, year.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                return Silent(ClaimReason.TimeMismatch);
        }
        var isPast = own.Properties.GetValueOrDefault("title") is { } title && RelationWords.IsFormer(title, isEnglish: false);
        if (claim.Type == RelationshipTypes.HoldsPost && isPast != claim.IsFormer)
            return new(Verdict.TrueButNeedsContext, RelationRule.InDegree, [new(own, match)])
            {
                Note = isPast ? "报载为原任职务" : "报载为现任职务",
                NoteEnglish = isPast ? "the print has it as a former post" : "the print has it as a present post",
            };
        return new(Verdict.Supported, RelationRule.Printed, [new(own, match)])
        {
            Note = own.Status is StatementStatus.Inferred ? "系由报道推断" : null,
            NoteEnglish = own.Status is StatementStatus.Inferred ? "inferred from the report" : null,
        };
    }

    /// <summary>Whether the record gives to another what only one can have.</summary>
    private bool IsTaken(Entity subject, List<Relationship> others, IReadOnlyList<Acts.Title> titles)
    {
        if (claim.IsObjectInferred && (claim.Objects.Count > 1 || claim.Type == RelationshipTypes.Drafted))
            return false;
        // Who held a post before, or will, is not told by who holds it.
        if (claim.IsFormer || claim.IsPlanned)
            return false;
        if (claim.Behalf.Count > 0)
            return true;
        if (claim.Titles.Count > 0)
            return claim.Objects.Count > 0 && titles.All(title => title.IsSole);
        if (claim.Act.Sole is Sole.OfKind)
            return others.TrueForAll(one =>
                facts.Entity(one.From) is { Kind: { } kind } holder
                && holder.Type == subject.Type
                && kind == subject.Kind
                && kind != "MANUFACTURER"
            );
        if (claim.Type == RelationshipTypes.Organized)
            return HasOtherRole(subject);
        // What many make is nobody's alone, and a material has other makers.
        if (claim.Type == RelationshipTypes.Makes)
            return others.Count == 1 && facts.Entity(others[0].To)?.Kind == "GOODS";
        return claim.Act.Sole is Sole.Holder;
    }

    private bool HasOtherRole(Entity subject) =>
        IsOfEvent && facts.Stated.Any(one => one.From == subject.Id && one.Type == claim.Type && IsAbout(one));

    private static RelationDecision ToAnother(IEnumerable<Relationship> others) =>
        new(
            Verdict.Refuted,
            RelationRule.GivenToAnother,
            [
                .. others.Select(one => new MatchedRelation(
                    one,
                    new(SlotMatch.Different, SlotMatch.Equal, SlotMatch.Equal, SlotMatch.Equivalent, SlotMatch.Equivalent)
                )),
            ]
        );

    /// <summary>A name that the graph does not know, in a place that the record gives to somebody.</summary>
    private RelationDecision Unknown(List<Relationship> all)
    {
        var holders = all.Where(IsAbout).ToList();
        var isOther =
            claim.Unknown is { } name
            && claim.Act.Sole is Sole.Holder
            && claim.Objects.Count == 1
            && holders.TrueForAll(one =>
                facts.Entity(one.From) is { } holder
                && !holder.Names.Any(own =>
                    own.Text.Contains(name, StringComparison.OrdinalIgnoreCase)
                    || name.Contains(own.Text, StringComparison.OrdinalIgnoreCase)
                )
            );
        return isOther && holders.Count > 0 ? ToAnother(holders) : Silent(ClaimReason.NoSubject);
    }

    /// <summary>The claim names no event: one at which all of its people were, where and when it says.</summary>
    private RelationDecision AtSomeEvent(List<Relationship> all)
    {
        var isMeeting = claim.Subjects.Count > 1;
        var events = claim
            .Subjects.Select(subject => all.Where(one => one.From == subject.Id).Select(one => one.To).ToHashSet(StringComparer.Ordinal))
            .Aggregate((one, other) => [.. one.Intersect(other)])
            .Where(id => !isMeeting || claim.Act != Acts.Attended || Meetings.Contains(facts.Entity(id)?.Kind))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (events.Count == 0)
            return Silent(ClaimReason.NotPrinted);
        var decisions = events
            .Select(id =>
                Together([.. claim.Subjects.Select(subject => all.First(one => one.From == subject.Id && one.To == id)).Select(OfOwn)])
            )
            .ToList();
        var best = decisions.MaxBy(one => Array.IndexOf(Worst, one.Verdict))!;
        if (best.Verdict is Verdict.Refuted && (!isMeeting || events.Count > 1))
            return Silent(best.Rule is RelationRule.OtherDay ? ClaimReason.TimeMismatch : ClaimReason.NotPrinted);
        var isPlaced = isMeeting || claim.Venues.Count > 0 || claim.Days is not null;
        return isPlaced ? best : Silent(ClaimReason.AmbiguousSubject);
    }

    private bool IsAbout(Relationship one)
    {
        if (claim.Titles.Count > 0)
            return IsOfBody(one);
        var product = one.Properties.GetValueOrDefault("product");
        var named = claim.Slots.Where(slot => slot.Name == "product").Select(slot => slot.Entity?.Id).ToList();
        return claim.Objects.Any(item => item.Id == one.To) && (product is null || named.Count == 0 || named.Contains(product));
    }

    /// <summary>The post is of the body that is named, or of one that has the name of the place.</summary>
    private bool IsOfBody(Relationship post)
    {
        var bodies = claim.Objects;
        var title = post.Properties.GetValueOrDefault("title", "");
        if (bodies.Count == 0 || bodies.Any(body => body.Id == post.To))
            return true;
        var names = facts.Entity(post.To)?.Names ?? [];
        return bodies.Any(body =>
                body.Type == EntityTypes.Place && names.Any(name => name.Text.Contains(body.Name, StringComparison.Ordinal))
            ) || (title.StartsWith('市') && bodies.Any(body => body.Kind is "PARTY" or "GOVERNMENT" or "CPPCC"));
    }

    private static bool IsPost(Relationship post, IReadOnlyList<Acts.Title> titles)
    {
        var printed = post.Properties.GetValueOrDefault("title", "");
        return titles.Any(title => EndsAlike(printed, title.Printed) || EndsAlike(title.Printed, printed));

        static bool EndsAlike(string longer, string shorter) =>
            shorter.Length > 0
            && longer.EndsWith(shorter, StringComparison.Ordinal)
            && longer[..^shorter.Length] is var before
            && !RelationWords.IsNarrowed(before);
    }

    private bool IsFor(Relationship one) =>
        one.Properties.GetValueOrDefault("onBehalfOf", "").Split(' ') is var bodies
        && claim.Behalf.All(body => bodies.Contains(body.Id, StringComparer.Ordinal));

    private static RelationDecision Silent(ClaimReason reason) => new(Verdict.NotEnoughEvidence, RelationRule.None, []) { Reason = reason };

    /// <summary>What is printed of the same people and things, the likest first.</summary>
    private List<MatchedRelation> Nearest()
    {
        return
        [
            .. facts
                .Stated.Concat(facts.Held.Where(one => claim.Objects.Any(item => item.Id == one.From)))
                .Select(one => new MatchedRelation(one, MatchOf(one)))
                .OrderBy(one => one.Match.Slots.Count(slot => slot.Match is SlotMatch.Different))
                .ThenBy(one => one.Relationship.Id, StringComparer.Ordinal)
                .Take(MostNearest),
        ];

        RelationMatch MatchOf(Relationship one) =>
            new(
                claim.Subjects.Any(subject => subject.Id == one.From) ? SlotMatch.Equal : SlotMatch.Different,
                claim.Act.IsSaidBy(one) && (claim.Titles.Count == 0 || claim.Titles.Any(titles => IsPost(one, titles)))
                    ? SlotMatch.Equal
                    : SlotMatch.Different,
                claim.Objects.Any(item => item.Id == one.To || item.Id == one.From) ? SlotMatch.Equal : SlotMatch.Different,
                SlotMatch.Unknown,
                SlotMatch.Unknown
            );
    }
}
