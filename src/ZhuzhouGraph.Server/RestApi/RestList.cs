using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>A page of a list, as an answer has it.</summary>
internal sealed record RestPage(IReadOnlyList<object> Items, bool HasMore, string? Next)
{
    public long? TotalCount { get; init; }

    /// <summary>Why there is nothing; null where there is something.</summary>
    public string? Reason { get; init; }

    /// <summary>How the newest figures were chosen, and how many fit and were not; null where all are wanted.</summary>
    public string? Rule { get; init; }

    public long? PassedOver { get; init; }

    public long? OnlyPossible { get; init; }

    public bool IsCapped { get; init; }

    /// <summary>Of groups, how many things are in none.</summary>
    public long? Ungrouped { get; init; }
}

/// <summary>Pages of the lists that GraphQL has as connections, with the same filters, orders and cursors.</summary>
internal static class RestList
{
    public const string First = "first",
        After = "after",
        Count = "totalCount";

    /// <summary>The form of a page.</summary>
    public static RestShape Page(RestShapes shapes, RestShape item, params IEnumerable<RestField> more) =>
        shapes.Add($"{item.Name}Page", "分页", $"A page of a list of {item.Name}.", [.. PageFields(shapes, item, more)]);

    /// <summary>What a page has, for an answer that has more.</summary>
    public static IEnumerable<RestField> PageFields(RestShapes shapes, RestShape item, params IEnumerable<RestField> more) =>
        [
            shapes.Field<RestPage>("items", $"[{item.Name}!]!", "条目", "The items, in order.", p => p.Items),
            shapes.Field<RestPage>("hasMore", "Boolean!", "有下一页", "Whether items follow.", p => p.HasMore),
            shapes.Field<RestPage>(
                "next",
                "String",
                "下一页游标",
                "The cursor for 'after' of the next page; null on the last one. The header 'Link' has the whole address.",
                p => p.Next
            ),
            shapes.Field<RestPage>(
                "totalCount",
                "Int",
                "总数",
                "How many items the whole list has, where 'totalCount' asks for it; otherwise null.",
                p => p.TotalCount
            ),
            shapes.Field<RestPage>("reason", "String", "为空原因", "Why there is no item; null where there is one.", p => p.Reason),
            .. more,
        ];

    /// <summary>The parameter that asks for the count, and those of the GraphQL field.</summary>
    /// <param name="field">Of which type, and which field, such as <c>Query</c> and <c>observations</c>.</param>
    public static IReadOnlyList<RestParameter> Parameters(RestShapes shapes, string type, string field)
    {
        var graph = ((GraphQL.Types.IComplexGraphType)shapes.Schema.AllTypes[type]!).Fields.Find(field)!;
        return [.. RestParameter.Of(graph), CountParameter(shapes)];
    }

    public static RestParameter CountParameter(RestShapes shapes) =>
        RestParameter.Of(
            Count,
            shapes.Schema.AllTypes["Boolean"]!,
            SchemaParts.Describe("是否计数", "Whether 'totalCount' of the answer says how many items the whole list has."),
            [Count],
            false
        );

    /// <summary>The answer of a list.</summary>
    /// <param name="parent">Whose list it is; null for one without a parent.</param>
    /// <param name="links">The ids of nodes that an item names and does not hold itself.</param>
    public static async Task<RestAnswer?> AnswerAsync<T>(
        RestCall call,
        ListField<T> list,
        IGraphNode? parent,
        Func<T, IEnumerable<string>>? links = null
    )
        where T : notnull
    {
        var (query, page, fingerprint) = await call.ReadAsync(arguments => Read(arguments, list, parent));
        var after = call.Values.GetValueOrDefault(After) is string cursor ? Cursor.Read(fingerprint, cursor) : null;
        if (call.Values.ContainsKey(After) && after is null && call.Faults.Count == 0)
            call.Mismatch();
        if (call.Faults.Count > 0)
            return null;
        var (snapshot, cancellation) = (call.Snapshot, call.CancellationToken);
        var request = new PageRequest(page, after);
        var found = parent is null
            ? await list.Ask(snapshot, query, request, cancellation)
            : (await list.AskOf(snapshot, [parent.Id], query, request, cancellation))[parent.Id];
        var next = found.HasMore ? Cursor.Write(fingerprint, found.Keys[^1]) : null;
        var answer = await CountedAsync(call, list, query, parent, new RestPage([.. found.Items.Cast<object>()], found.HasMore, next));
        var nodes = await LinkedNodes.LoadAsync(
            snapshot,
            [
                .. found.Items.OfType<IGraphNode>(),
                .. found.Items.OfType<Queries.TimelineItem>().Select(item => item.Node),
                .. found.Items.OfType<LinePoint>().Select(item => item.Point.Chosen),
                .. parent is Line line ? new[] { line } : [],
            ],
            citations: 1,
            cancellation,
            found.Items.SelectMany(item => links?.Invoke(item) ?? [])
        );
        var (chosen, by, at) = ChosenOf(query, found.Items);
        if (chosen.Count > 0)
            nodes = nodes with { Reports = await Queries.FactReports.ReadAsync(snapshot, chosen, by, at, cancellation) };
        return new(answer with { Reason = ReasonOf(answer, after), IsCapped = found.IsCapped }, nodes, next);
    }

    /// <summary>
    /// The figures of a list as a file has them: all, or those after a place, which is a cursor of the list or the id of the last figure
    /// that a client has. Null, with faults, where that cannot be.
    /// </summary>
    public static Task<ExportRequest?> FiguresAsync(RestCall call, ListField<Observation> list, Entity? parent) =>
        FileAsync(call, list, parent, query => new ExportRequest { Observations = Of((ObservationQuery)query, call, parent) }, Cursor.Read);

    /// <summary>The figures of lines, each with the id of its own; such a file goes on after a figure.</summary>
    public static Task<ExportRequest?> FiguresAsync(RestCall call, ListField<Line> list) =>
        FileAsync(call, list, null, query => new ExportRequest { Observations = ((LineQuery)query).Of }, (_, _) => null);

    /// <summary>A list as a file, with where it goes on.</summary>
    /// <param name="read">The key that a cursor of the list stands for; null where it is none.</param>
    public static async Task<ExportRequest?> FileAsync<T>(
        RestCall call,
        ListField<T> list,
        IGraphNode? parent,
        Func<GraphQuery<T>, ExportRequest> request,
        Func<string, string, SortKey?> read
    )
        where T : notnull
    {
        var (query, _, fingerprint) = await call.ReadAsync(arguments => Read(arguments, list, parent));
        foreach (var name in new[] { First, Count }.Where(call.IsGiven))
            call.Refuse(name, "is of pages of JSON; a file has all that fits.");
        if (call.Faults.Count > 0)
            return null;
        var asked = request(query);
        SortKey? after = null;
        if (call.Values.GetValueOrDefault(After) is string place)
        {
            after = read(fingerprint, place) ?? await PlaceOfAsync(call, asked.Observations, place);
            if (after is null)
                call.Mismatch();
        }
        return call.Faults.Count > 0 ? null : asked with { After = after };
    }

    /// <summary>The figures of an entity without it being a parent, which a stream does not know.</summary>
    private static ObservationQuery Of(ObservationQuery query, RestCall call, Entity? parent)
    {
        if (parent is null)
            return query;
        var isIndicator = parent.Type == EntityTypes.Indicator;
        foreach (var name in (string[])(isIndicator ? ["indicators", "withNarrower"] : ["about", "withParts"]))
        {
            if (call.IsGiven(name))
                call.Refuse(name, "is given beside the entity of the address, of which a file has the figures; ask /observations.");
        }
        return isIndicator ? query with { Indicators = [parent.Id] } : query with { About = [parent.Id] };
    }

    /// <summary>The place of a figure that stands, by the figures that its article prints; null for anything else.</summary>
    private static async Task<SortKey?> PlaceOfAsync(RestCall call, ObservationQuery query, string id)
    {
        var (snapshot, cancellation) = (call.Snapshot, call.CancellationToken);
        if (
            NodeId.KindOf(id) is not NodeKind.Observation
            || (await snapshot.GetAsync([id], cancellation)).GetValueOrDefault(id) is not Observation known
        )
            return null;
        var printed = new ObservationQuery
        {
            Articles = [known.Article],
            Order = query.Order,
            RecordedAsOf = query.RecordedAsOf,
        };
        for (var page = new PageRequest(PageRequest.Max); ; )
        {
            var found = await snapshot.ListAsync(printed, page, cancellation);
            if (found.Items.Index().FirstOrDefault(item => item.Item.Id == id) is { Item: not null } item)
                return found.Keys[item.Index];
            if (!found.HasMore)
                return null;
            page = page with { After = found.Keys[^1] };
        }
    }

    /// <summary>The figures that stand for several, and by when.</summary>
    private static (IReadOnlyList<Observation> Chosen, NodaTime.LocalDate? PublishedBy, NodaTime.Instant? RecordedAsOf) ChosenOf<T>(
        GraphQuery<T> query,
        IReadOnlyList<T> items
    ) =>
        query switch
        {
            ObservationQuery { IsInConflict: true } q => ([.. items.Cast<Observation>()], q.PublishedBy, q.RecordedAsOf),
            GraphQuery<LinePoint> q when SeriesSchema.AskedBy(q) is var asked => (
                [.. items.Cast<LinePoint>().Select(item => item.Point.Chosen)],
                asked.PublishedBy,
                asked.RecordedAsOf
            ),
            _ => ([], null, null),
        };

    private static (GraphQuery<T> Query, int First, string Fingerprint) Read<T>(
        ArgumentReader arguments,
        ListField<T> list,
        IGraphNode? parent
    )
    {
        var first = arguments.Number(First, 1, PageRequest.Max, list.Size);
        return (list.Read(arguments), first, Cursor.Fingerprint(list.Question, arguments.Canonical(), parent?.Id));
    }

    private static async Task<RestPage> CountedAsync<T>(
        RestCall call,
        ListField<T> list,
        GraphQuery<T> query,
        IGraphNode? parent,
        RestPage page
    )
    {
        var asked = query as ObservationQuery;
        var answer = page with
        {
            Rule =
                asked is { LatestPer: { Count: > 0 } per } ? Series.RuleOf(asked.Rule, per)
                : query is GraphQuery<LinePoint> points ? SeriesSchema.RuleOf(points)
                : null,
        };
        if ((object)query is GroupQuery groups)
            answer = answer with { Ungrouped = await CountAsync((GraphQuery<T>)(object)(groups with { IsRest = true })) };
        if (call.Values.GetValueOrDefault(Count) is not true)
            return answer;
        answer = answer with { TotalCount = await CountAsync(query) };
        if (asked is { LatestPer.Count: > 0, IsInConflict: false })
            answer = answer with { PassedOver = await CountAsync(Of(asked with { LatestPer = [] })) - answer.TotalCount };
        if (asked is { Value: { Certainty: Certainty.Certain } value })
            answer = answer with
            {
                OnlyPossible = await CountAsync(
                    Of(asked with { LatestPer = [], Value = value with { Certainty = Certainty.OnlyPossible } })
                ),
            };
        return answer;

        static GraphQuery<T> Of(ObservationQuery other) => (GraphQuery<T>)(object)other;

        async Task<long> CountAsync(GraphQuery<T> counted) =>
            parent is null
                ? await list.Count(call.Snapshot, counted, call.CancellationToken)
                : (await list.CountOf(call.Snapshot, [parent.Id], counted, call.CancellationToken))[parent.Id];
    }

    private static string? ReasonOf(RestPage page, SortKey? after) =>
        page.Items.Count > 0 ? null
        : after is not null ? "The list ends before this page."
        : page.Ungrouped is > 0 and var rest ? $"{rest} figures fit, and none has a value of all that they are grouped by."
        : page.OnlyPossible is > 0 and var possible ? $"Nothing fits for certain; {possible} fit only possibly: certainty=ONLY_POSSIBLE."
        : "Nothing in the graph fits all of these parameters.";
}
