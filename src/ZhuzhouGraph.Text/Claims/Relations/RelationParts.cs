using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>Which name is which part of an act: who does it, to what, where, for whom.</summary>
/// <param name="act">What the words are taken for.</param>
/// <param name="at">Where they stand.</param>
/// <param name="from">Where the act before ends.</param>
/// <param name="to">Where the next begins.</param>
/// <param name="events">What the sentence before speaks of.</param>
/// <param name="before">The claims of the sentence so far.</param>
internal sealed class RelationParts(
    RelationSentence sentence,
    Act act,
    Span at,
    int from,
    int to,
    ThingWords things,
    IReadOnlyList<Entity> events,
    IReadOnlyList<RelationClaim> before,
    Entity? city,
    Entity? asked
)
{
    private static readonly string[] People = ["Official", "Person"];
    private static readonly string[] Firms = ["Company", "Organization"];
    private static readonly string[] Grounds = ["Place", "Organization", "Company"];
    private static readonly string[] Events = ["Event"];

    private readonly List<ClaimSlot> _slots = [];
    private readonly List<SentenceName> _used = [];
    private bool _isInferred;

    private bool IsEventAct => act.Type == RelationshipTypes.TookPartIn || act.Type == RelationshipTypes.Organized || IsHeld;
    private bool IsHeld => act.Type == RelationshipTypes.HeldAt;

    /// <returns>Null where the words say nothing that can be looked up.</returns>
    public RelationClaim? Read(IReadOnlyList<FoundAct> acts)
    {
        var behalf = Behalf();
        var subjects = IsHeld ? [] : Subjects();
        var venues = Venues(subjects.Count == 0);
        var objects = IsEventAct ? EventsMeant() : Objects(subjects.Count > 0);
        if (subjects.Count == 0 && !IsHeld)
            subjects = Missing(acts, objects);
        var unknown = subjects.Count == 0 && !IsHeld ? UnknownSubject() : null;
        var unknownVenue = IsEventAct && venues.Count == 0 ? UnknownVenue() : null;
        var time = sentence
            .Times.Where(time => (time.First ?? time.Last) is not null)
            .OrderBy(IsFar)
            .ThenBy(time => time.Start)
            .FirstOrDefault();
        var (isDone, isPlanned) = (
            RelationWords.IsDone(sentence.Plain, sentence.IsEnglish),
            RelationWords.IsPlanned(sentence.Plain, sentence.IsEnglish)
        );
        var isYear = time is { Precision: PeriodPrecision.Year } && act.Type == RelationshipTypes.Received;
        var isSaid = IsHeld
            ? objects.Count > 0 && (venues.Count > 0 || time is not null || unknownVenue is not null || isDone || isPlanned)
            : (subjects.Count > 0 && (objects.Count > 0 || IsEventAct)) || (unknown is not null && objects.Count > 0);
        if (!isSaid)
            return null;
        AddSlots(time, unknown, "subject");
        AddSlots(null, unknownVenue, "venue");
        var isNegated = act.Role != Act.Refusal && RelationWords.IsNegated(sentence.Plain, sentence.IsEnglish);
        return new()
        {
            Quote = sentence.Quote,
            Span = sentence.Unit.Span,
            Type = act.Type,
            Role = act.Role,
            Act = act,
            Slots = [.. _slots.OrderBy(slot => slot.Span?.Start ?? int.MaxValue)],
            Subjects = subjects,
            Objects = objects,
            IsObjectInferred = _isInferred,
            Venues = venues,
            Behalf = behalf,
            Unknown = unknown,
            UnknownVenue = unknownVenue,
            HasUnknownBeside = HasUnknownBeside(subjects),
            IsOfUnknownEvent = objects.Count == 0 && RelationWords.NamesEvent(sentence.Plain, sentence.IsEnglish),
            IsOpening = RelationWords.IsOpening(sentence.Plain[at.Start..at.End]),
            IsClosing = RelationWords.IsClosing(sentence.Plain[at.Start..at.End]),
            Days = time is null || isYear ? null : new(time.First, time.Last),
            Year = isYear ? time!.First?.Year : null,
            IsDayRelative =
                time is not null
                && sentence.Plain[time.Start..time.End] is var said
                && RelativeDays.Any(word => said.Contains(word, StringComparison.Ordinal)),
            IsNegated = isNegated,
            IsDeniedOfSome = isNegated && subjects.Count > 1,
            IsYearless = time is not null && !sentence.Plain[time.Start..time.End].Contains('年', StringComparison.Ordinal),
            IsWide = time is not null && sentence.Plain[time.End - 1] is '月' or '年',
            Beside = TitlesBeside(),
            IsPlanned = isPlanned,
            IsDone = isDone,
            IsMainVenue =
                sentence.Plain.Contains("主会场", StringComparison.Ordinal)
                || sentence.Plain.Contains("main venue", StringComparison.Ordinal),
            IsEnglish = sentence.IsEnglish,
        };
    }

    private static readonly string[] RelativeDays =
    [
        "今天",
        "今日",
        "今晚",
        "昨天",
        "昨日",
        "昨晚",
        "昨夜",
        "today",
        "tonight",
        "yesterday",
    ];

    /// <summary>A time of another act of the sentence is farther.</summary>
    private int IsFar(TimeToken time) => time.Start < from || time.Start >= to ? 1 : 0;

    /// <summary>代表甲发言: whom somebody speaks for.</summary>
    private List<Entity> Behalf()
    {
        var mark = sentence.IsEnglish ? "on behalf of" : "代表";
        var start = sentence.Plain.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
            return [];
        var end = start + mark.Length;
        List<Entity> found = [];
        foreach (var name in sentence.Names.Where(name => name.Span.Start >= end))
        {
            if (name.Span.Start - end > 6 || !name.IsOf([.. Firms, "Place"]))
                break;
            found.AddRange(Taken("behalf", name, [.. Firms, "Place"]));
            end = name.Span.End;
        }
        return found;
    }

    /// <summary>市长甲, mayor A: what the record must know of them as well.</summary>
    private List<TitleBeside> TitlesBeside() => [.. _used.Where(name => name.IsOf(People)).Select(TitleOf).OfType<TitleBeside>()];

    private TitleBeside? TitleOf(SentenceName name)
    {
        var before = sentence.Before(name.Span).TrimEnd();
        var found = Acts
            .Titles.SelectMany(title => (sentence.IsEnglish ? title.EnglishWords : [title.Printed]).Select(word => (title.Printed, word)))
            .Where(one => before.EndsWith(one.word, StringComparison.Ordinal))
            .GroupBy(one => one.word.Length)
            .MaxBy(group => group.Key);
        if (found is null)
            return null;
        var start = before.Length - found.Key;
        var body = sentence.Names.FirstOrDefault(one => one.Span.End <= start && sentence.Plain[one.Span.End..start] is "" or "市" or "的");
        return new(
            name.Of(People).First().Id,
            [.. found.Select(one => one.Printed)],
            body is null || body.Entities.Any(one => one.Id == city?.Id) ? [] : [.. body.Entities.Select(one => one.Id)],
            new(body?.Span.Start ?? start, before.Length)
        );
    }

    private List<Entity> Subjects()
    {
        var types = act.Type.From;
        var near = Free(types).Where(name => InReach(name) && !IsVenue(name) && !IsVisited(name)).ToList();
        var firms = near.Where(name => name.IsOf(Firms)).ToList();
        var people = near.Where(name => name.IsOf(People)).ToList();
        if (people.Count > 0 && !IsBothEnds && act.Type != RelationshipTypes.Organized)
            near = people;
        else if (!IsBothEnds && near.Exists(name => name.IsOf(Firms)))
            near = [.. near.Where(name => name.IsOf(Firms))];
        // 由甲主持, chaired by A, 主持的是甲: it stands by the word.
        var marked = near.FindIndex(name =>
            RelationWords.IsByBefore(sentence.Before(name.Span), sentence.IsEnglish)
            || (name.Span.Start >= at.End && RelationWords.IsCopulaBefore(sentence.Before(name.Span), sentence.IsEnglish))
            || (
                name.Span.End <= at.Start
                && sentence.Before(name.Span).EndsWith('是')
                && !sentence.Plain[name.Span.End..at.Start].Contains('的', StringComparison.Ordinal)
                && act.Type.To.Any(type => types.Contains(type, StringComparer.Ordinal))
            )
        );
        var left = near.Where(name => name.Span.End <= at.Start && !IsTo(name)).ToList();
        var chosen =
            marked >= 0 ? ListFrom(near, near[marked])
            : left.Count > 0 ? (act.Is(RelationshipTypes.TookPartIn) && act.Role is null ? left : ListFrom(left, left[0]))
            // 甲创办了乙 is not said of 乙; 出席的有甲, 授予甲 are.
            : [.. near.Where(name => name.Span.Start >= at.End && (IsEventAct || act.Is(RelationshipTypes.Received)))];
        // He met her: both were there.
        if (act == Acts.Attended && people.Count > 0)
            chosen = [.. people, .. WithOf(firms, people)];
        return [.. chosen.SelectMany(name => Taken("subject", name, types))];
    }

    /// <summary>甲与乙局、丙局座谈: firms and bodies that somebody met.</summary>
    private List<SentenceName> WithOf(List<SentenceName> firms, List<SentenceName> people)
    {
        var first = firms.Find(name => RelationWords.IsWithBefore(sentence.Before(name.Span), sentence.IsEnglish));
        return first is null || people.Exists(name => name.Span.Start > first.Span.Start) ? [] : ListFrom(firms, first);
    }

    /// <summary>调研某市, visited the city: what stands behind at once is where.</summary>
    private bool IsVisited(SentenceName name) =>
        act == Acts.Attended && name.IsOf(Grounds) && name.Span.Start >= at.End && name.Span.Start - at.End <= 5;

    /// <summary>Such things can be at both ends, so that what stands behind the act is the other end.</summary>
    private bool IsBothEnds => act.Is(RelationshipTypes.Sought) || act.Is(RelationshipTypes.Supplies) || act.Is(RelationshipTypes.SpokeOf);

    private bool IsTo(SentenceName name) => IsBothEnds && RelationWords.IsToBefore(sentence.Before(name.Span), sentence.IsEnglish);

    private bool IsVenue(SentenceName name)
    {
        if (name.IsOf(People))
            return false;
        for (var at = name; ; )
        {
            if (RelationWords.IsVenueBefore(sentence.Before(at.Span), sentence.IsEnglish))
                return true;
            var previous = sentence.Names.LastOrDefault(one => one.Span.End <= at.Span.Start);
            if (previous is null || !RelationWords.IsBetween(sentence.Plain[previous.Span.End..at.Span.Start]) || !previous.IsOf(Grounds))
                return false;
            at = previous;
        }
    }

    /// <summary>The names of the list in which one stands.</summary>
    private List<SentenceName> ListFrom(IReadOnlyList<SentenceName> all, SentenceName first)
    {
        List<SentenceName> list = [first];
        foreach (var name in all.SkipWhile(name => name != first).Skip(1))
        {
            if (!RelationWords.IsBetween(sentence.Plain[list[^1].Span.End..name.Span.Start]))
                break;
            list.Add(name);
        }
        return list;
    }

    /// <summary>Who has no name of its own in reach: a firm by some words, who did the act before, or what the request names.</summary>
    private List<Entity> Missing(IReadOnlyList<FoundAct> acts, IReadOnlyList<Entity> objects)
    {
        if (act.Type.From.Contains("Company", StringComparer.Ordinal))
        {
            var hidden = acts.Select(one => one.Span).Concat(sentence.Names.Select(name => name.Span));
            var firms = things
                .Find(["Company", "Organization"], sentence.WithoutNames(hidden))
                .Where(one => !objects.Contains(one))
                .ToList();
            if (firms.Count == 1)
            {
                _slots.Add(sentence.Slot("subject", null, firms[0]));
                return firms;
            }
        }
        var carried =
            before is [.., var last] && last.Subjects.Any(one => act.Type.From.Contains(one.Type.Name)) ? last.Subjects
            : asked is not null && act.Type.From.Contains(asked.Type.Name) ? [asked]
            : act.Is(RelationshipTypes.Organized) || act.Is(RelationshipTypes.Received) ? OfCity()
            : [];
        _slots.AddRange(carried.Select(one => sentence.Slot("subject", null, one)));
        return [.. carried];
    }

    private IReadOnlyList<Entity> OfCity() =>
        city is not null && Array.Exists(ClaimWords.OfCity, word => sentence.Plain.Contains(word, StringComparison.Ordinal)) ? [city] : [];

    private List<Entity> Venues(bool isFree)
    {
        if (!IsEventAct)
            return [];
        var marked = Free(Grounds).Where(name => InReach(name) && (IsVenue(name) || IsVisited(name))).ToList();
        // 主会场长沙, 发往广州; 株洲举行.
        if (marked.Count == 0 && IsHeld)
            marked =
            [
                .. Free(Grounds)
                    .Where(name => name.Span.Start >= at.End ? name.Span.Start - at.End <= 2 : at.Start - name.Span.End <= 1)
                    .Take(1),
            ];
        return isFree || marked.Count > 0 ? [.. marked.SelectMany(name => Taken("venue", name, Grounds))] : [];
    }

    private List<Entity> EventsMeant()
    {
        var named = Free(Events).ToList();
        if (named.Count > 0)
            return [.. named.Take(1).SelectMany(name => Taken("object", name, Events))];
        var found = RelationWords.OfEdition(things.Find(Events, sentence.WithoutNames([at])), sentence.Plain);
        if (found.Count == 0 && before is [.., { Objects: [{ Type.Name: "Event" }, ..] same }])
            found = same;
        if (found.Count == 0 && RelationWords.IsOfEventBefore(sentence.Plain, sentence.IsEnglish))
            found = events;
        _isInferred = found.Count > 0;
        _slots.AddRange(found.Take(1).Select(one => sentence.Slot("object", null, one)));
        return [.. found];
    }

    private List<Entity> Objects(bool hasSubject)
    {
        var types = act.Type.To;
        var free = Free(types).Where(name => !act.Is(RelationshipTypes.Received) || name.IsOf(["Award"])).ToList();
        // 甲为乙供货, 甲找乙: the other end.
        var marked = free.Where(IsTo).ToList();
        var right = free.Where(name => name.Span.Start >= at.End && name.Span.Start < to).ToList();
        List<SentenceName> chosen =
            marked.Count > 0 ? marked
            : right.Count > 0 ? ListFrom(right, right[0])
            : free.Count > 0 && (hasSubject || !IsBothEnds) ? ListFrom(free, free[0])
            : [];
        if (act.Is(RelationshipTypes.SpokeOf) && !chosen.Exists(name => name.IsOf(Events)))
            chosen = [];
        if (chosen.Count > 0)
            return [.. chosen.SelectMany(name => Taken("object", name, types))];
        var found = things.Find(act.Is(RelationshipTypes.SpokeOf) ? Events : types, sentence.WithoutNames([at]));
        _isInferred = found.Count > 0;
        _slots.AddRange(found.Take(1).Select(one => sentence.Slot("object", null, one)));
        return [.. found];
    }

    private string? UnknownSubject() =>
        act.Sole is Sole.No ? null
        : sentence.IsEnglish ? RelationWords.UnknownEnglishBy(sentence.Quote[at.End..])
        : RelationWords.UnknownBy(sentence.Plain[from..at.Start]);

    private string? UnknownVenue() =>
        sentence.IsEnglish ? RelationWords.UnknownEnglishPlace(sentence.Quote, IsKnown)
        : IsHeld && act.Role is "DESTINATION" ? RelationWords.UnknownPlace(sentence.Plain[at.End..])
        : RelationWords.UnknownPlaceBefore(sentence.Plain[from..at.Start], from, IsKnown);

    /// <summary>A name is there, or a time.</summary>
    private bool IsKnown(int start, int end) =>
        sentence.Names.Any(name => name.Span.Start < end && start < name.Span.End)
        || sentence.Times.Any(time => time.Start < end && start < time.End);

    /// <summary>甲、某某出席: one of a list is nobody that the graph knows.</summary>
    private bool HasUnknownBeside(IReadOnlyList<Entity> subjects)
    {
        var people = _used.Where(name => name.IsOf(People) && name.Entities.Any(subjects.Contains)).ToList();
        return people.Exists(name =>
            RelationWords.HasUnknownBehind(
                sentence.IsEnglish ? sentence.Quote : sentence.Plain,
                name.Span.End,
                sentence.IsEnglish,
                (start, end) => IsKnown(start, end) || (start < at.End && at.Start < end)
            )
        );
    }

    private void AddSlots(TimeToken? time, string? unknown, string name)
    {
        if (name == "subject")
            _slots.Add(sentence.Slot("act", at, null));
        if (time is not null)
            _slots.Add(sentence.Slot("day", new(time.Start, time.End), null));
        if (unknown is null)
            return;
        var start = sentence.Quote.IndexOf(unknown, StringComparison.OrdinalIgnoreCase);
        if (start >= 0)
            _slots.Add(sentence.Slot(name, new(start, start + unknown.Length), null));
    }

    private IEnumerable<SentenceName> Free(IReadOnlyList<string> types) =>
        sentence.Names.Where(name => name.IsOf(types) && !_used.Contains(name));

    private bool InReach(SentenceName name) => from <= name.Span.Start && name.Span.End <= to;

    private Entity[] Taken(string slot, SentenceName name, IReadOnlyList<string> types)
    {
        _used.Add(name);
        Entity[] entities = [.. name.Of(types)];
        _slots.Add(sentence.Slot(slot, name.Span, entities[0]));
        return entities;
    }
}
