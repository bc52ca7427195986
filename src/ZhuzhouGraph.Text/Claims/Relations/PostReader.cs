namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>Reads who holds a post: 甲是乙的局长, A heads B.</summary>
internal static class PostReader
{
    private static readonly string[] People = ["Official", "Person"];
    private static readonly string[] Bodies = ["Company", "Organization", "Place", "Product"];

    public static RelationClaim? Read(RelationSentence sentence, ThingWords things, Entity? city)
    {
        var person = sentence.Names.FirstOrDefault(name => name.IsOf(People));
        var (titles, spans) = Titles(sentence);
        if (person is null || titles.Count == 0)
            return null;
        var body = sentence.Names.FirstOrDefault(name => name.IsOf(Bodies) && name.Span.Start != person.Span.Start);
        IReadOnlyList<Entity> bodies = body is null
            ? things.Find(["Organization", "Company"], sentence.WithoutNames(spans))
            : [.. body.Of(Bodies)];
        if (
            bodies.Count == 0
            && city is not null
            && titles.Exists(group => group.Any(title => title.Printed.Contains('市', StringComparison.Ordinal)))
        )
            bodies = [city];
        List<ClaimSlot> slots =
        [
            sentence.Slot("subject", person.Span, person.Of(People).First()),
            .. spans.Select(span => sentence.Slot("act", span, null)),
            .. bodies.Take(1).Select(one => sentence.Slot("object", body?.Span, one)),
        ];
        return new()
        {
            Quote = sentence.Quote,
            Span = sentence.Unit.Span,
            Type = RelationshipTypes.HoldsPost,
            Act = Acts.Posted,
            Slots = [.. slots.OrderBy(slot => slot.Span?.Start ?? int.MaxValue)],
            Subjects = [.. person.Of(People)],
            Objects = bodies,
            IsObjectInferred = body is null,
            Titles = titles,
            IsOfUnknownEvent = body is null && RelationWords.NamesBody(sentence, spans[0]),
            IsNegated = RelationWords.IsNegated(sentence.Plain, sentence.IsEnglish),
            IsFormer = RelationWords.IsFormer(sentence.Plain, sentence.IsEnglish),
            IsEnglish = sentence.IsEnglish,
        };
    }

    private static (List<IReadOnlyList<Acts.Title>> Titles, List<Span> Spans) Titles(RelationSentence sentence)
    {
        List<IReadOnlyList<Acts.Title>> titles = [];
        List<Span> spans = [];
        for (var at = 0; at < sentence.Plain.Length; at++)
        {
            var found = Acts
                .Titles.Select(title => (Title: title, End: EndOf(title, at)))
                .Where(one => one.End > at && !sentence.IsTaken(at, one.End))
                .GroupBy(one => one.End)
                .MaxBy(group => group.Key);
            if (found is null)
                continue;
            titles.Add([.. found.Select(one => one.Title)]);
            spans.Add(new(at, found.Key));
            at = found.Key - 1;
        }
        if (titles.Count > 0)
            return (titles, spans);
        var head = Array.Find(Acts.Heads, word => sentence.Plain.Contains(word, StringComparison.Ordinal));
        if (head is null)
            return ([], []);
        var start = sentence.Plain.IndexOf(head, StringComparison.Ordinal);
        return (
            [
                [.. Acts.HeadTitles.Select(title => new Acts.Title(title, true, ""))],
            ],
            [new(start, start + head.Length)]
        );

        int EndOf(Acts.Title title, int at) =>
            sentence.IsEnglish
                ? title.EnglishWords.Select(word => ActScanner.EndOf(sentence.Plain, at, [word], isEnglish: true)).DefaultIfEmpty().Max()
                : ActScanner.EndOf(sentence.Plain, at, [title.Printed], isEnglish: false);
    }
}
