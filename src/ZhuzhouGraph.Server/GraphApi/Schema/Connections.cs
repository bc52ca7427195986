using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>A list of the graph that a field answers a page of.</summary>
/// <param name="Question">What is asked, in one word for one meaning; fields of several types that ask the same are answered
/// together.</param>
/// <param name="Size">The size of a page whose size is not given.</param>
/// <param name="Read">Makes the query from the arguments.</param>
internal sealed record ListField<T>(string Question, int Size, Func<ArgumentReader, GraphQuery<T>> Read)
{
    /// <summary>Asks for a page of a list without parents; the store itself, unless the list is put together from several.</summary>
    public Func<IGraphSnapshot, GraphQuery<T>, PageRequest, CancellationToken, Task<Page<T>>> Ask { get; init; } =
        (snapshot, query, page, cancellation) => snapshot.ListAsync(query, page, cancellation);

    /// <summary>Counts a list without parents, in the same way.</summary>
    public Func<IGraphSnapshot, GraphQuery<T>, CancellationToken, Task<long>> Count { get; init; } =
        (snapshot, query, cancellation) => snapshot.CountAsync(query, cancellation);

    /// <summary>Asks for a page for each parent, in the same way.</summary>
    public Func<
        IGraphSnapshot,
        IReadOnlyCollection<string>,
        GraphQuery<T>,
        PageRequest,
        CancellationToken,
        Task<IReadOnlyDictionary<string, Page<T>>>
    > AskOf { get; init; } = (snapshot, parents, query, page, cancellation) => snapshot.ListOfAsync(parents, query, page, cancellation);

    /// <summary>Counts the list of each parent, in the same way.</summary>
    public Func<
        IGraphSnapshot,
        IReadOnlyCollection<string>,
        GraphQuery<T>,
        CancellationToken,
        Task<IReadOnlyDictionary<string, long>>
    > CountOf { get; init; } = (snapshot, parents, query, cancellation) => snapshot.CountOfAsync(parents, query, cancellation);
}

/// <summary>What one field of a document asks for, the same for all its parents.</summary>
internal sealed record Selection<T>(ListField<T> List, GraphQuery<T> Query, string Arguments, int First, string? After)
{
    /// <summary>What the store is asked, so that fields which ask the same are answered together.</summary>
    public string Question { get; } = $"{List.Question}{Arguments} {First} {After}";

    public string FingerprintFor(string? parent) => Cursor.Fingerprint(List.Question, Arguments, parent);

    /// <summary>The page of that parent's list. Throws <see cref="ExecutionError"/> for a cursor of another list.</summary>
    public PageRequest PageOf(string? parent) =>
        After is null
            ? new PageRequest(First)
            : new PageRequest(First, Cursor.Read(FingerprintFor(parent), After) ?? throw Connections.Mismatch());
}

/// <summary>The answer of a connection field.</summary>
/// <param name="Parent">Whose list it is; null at the root.</param>
/// <param name="Page">The page; empty where only the count was selected.</param>
internal sealed record Connection<T>(Selection<T> Selection, IGraphNode? Parent, Page<T> Page)
{
    private string? _fingerprint;

    public string CursorOf(int item) => Cursor.Write(_fingerprint ??= Selection.FingerprintFor(Parent?.Id), Page.Keys[item]);
}

/// <summary>
/// Connections as Relay describes them: <c>edges</c>, <c>nodes</c>, <c>pageInfo</c> and a <c>totalCount</c> that is counted when it is
/// selected.
/// </summary>
internal static class Connections
{
    public const int RootSize = 20,
        NestedSize = 10,
        PointSize = 100,
        CitationSize = 3;

    /// <summary>Where the page itself is needed.</summary>
    private static readonly string[] PageFields = ["nodes", "edges", "pageInfo", "isCapped", "nearest", "resume"];

    /// <summary>An item of a list.</summary>
    /// <param name="Parent">Whose list it is; null at the root.</param>
    internal sealed record Edge(string Cursor, object? Node, IGraphNode? Parent);

    private sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

    public static ObjectGraphType PageInfoType() =>
        SchemaParts.Object(
            "PageInfo",
            "分页信息",
            "Where a page stands in its list.",
            [
                SchemaParts.Field<PageInfo>("hasNextPage", "Boolean!", "有下一页", "Whether items follow.", p => p.HasNextPage),
                SchemaParts.Field<PageInfo>(
                    "hasPreviousPage",
                    "Boolean!",
                    "有上一页",
                    "Whether the page was asked for after another one. Lists are read forward.",
                    p => p.HasPreviousPage
                ),
                SchemaParts.Field<PageInfo>(
                    "startCursor",
                    "String",
                    "首个游标",
                    "The cursor of the first item; null on an empty page.",
                    p => p.StartCursor
                ),
                SchemaParts.Field<PageInfo>(
                    "endCursor",
                    "String",
                    "末个游标",
                    "The cursor of the last item, for the 'after' of the next page; null on an empty page.",
                    p => p.EndCursor
                ),
            ]
        );

    /// <summary>The connection and edge types of a node type.</summary>
    public static IEnumerable<IGraphType> Types<T>(string node, string chinese, params IEnumerable<FieldType> more) =>
        Types<T>(node, node, chinese, [], more);

    /// <summary>The connection and edge types of a list whose edges say more than the item.</summary>
    /// <param name="name">What the types are called after.</param>
    /// <param name="ofEdge">Fields over <see cref="Edge"/>.</param>
    public static IEnumerable<IGraphType> Types<T>(
        string name,
        string node,
        string chinese,
        IEnumerable<FieldType> ofEdge,
        params IEnumerable<FieldType> more
    )
    {
        yield return SchemaParts.Object(
            $"{name}Edge",
            $"{chinese}条目",
            $"An item of a list of {node}, with its cursor.",
            [
                SchemaParts.Field<Edge>("cursor", "String!", "游标", "The item's place in this list.", e => e.Cursor),
                SchemaParts.Field<Edge>("node", $"{node}!", chinese, "The item.", e => e.Node),
                .. ofEdge,
            ]
        );
        yield return SchemaParts.Object(
            $"{name}Connection",
            $"{chinese}列表",
            $"A page of a list of {node}.",
            [
                SchemaParts
                    .Field<Connection<T>>("edges", $"[{name}Edge!]!", "条目", "The items, each with its cursor.", c =>
                        c.Page.Items.Select((item, at) => new Edge(c.CursorOf(at), item, c.Parent))
                    )
                    .EachOfPage(isWrapper: true),
                SchemaParts.Field<Connection<T>>("nodes", $"[{node}!]!", chinese, "The items.", c => c.Page.Items).EachOfPage(),
                SchemaParts
                    .Field<Connection<T>>("pageInfo", "PageInfo!", "分页信息", "Where the page stands in its list.", PageInfoOf)
                    .Free(),
                .. more,
            ]
        );
    }

    public static FieldType TotalCount<T>(string english = "How many items the whole list has.") =>
        Counted("totalCount", "Int!", "总数", $"{english} Counted only when it is selected.", Count<T>);

    /// <param name="times">How often the list is counted for it.</param>
    private static FieldType Counted(
        string name,
        string type,
        string chinese,
        string english,
        Func<IResolveFieldContext, Func<object, object?>> prepare,
        int times = 1
    ) => SchemaParts.Prepared(name, type, chinese, english, prepare).Counting(times).InBrief();

    /// <summary>What a list of only the newest figures leaves out.</summary>
    public static FieldType PassedOver() =>
        Counted(
            "passedOver",
            "Int",
            "略去数",
            "How many figures fit the filter and are not the newest; the same list without 'latestPer' has them. Null, where that is "
                + "not given. Counted only when it is selected.",
            context =>
            {
                var counted = Count<Observation>(context);
                return source =>
                {
                    var connection = (Connection<Observation>)source;
                    if (connection.Selection.Query is not ObservationQuery { LatestPer.Count: > 0 } query)
                        return null;
                    var every = connection with
                    {
                        Selection = connection.Selection with
                        {
                            Query = query with { LatestPer = [] },
                            Arguments = $"every of {connection.Selection.Arguments}",
                        },
                    };
                    var (all, newest) = ((IDataLoaderResult)counted(every), (IDataLoaderResult)counted(connection));
                    return new Level(async cancellation =>
                        (long)(await all.GetResultAsync(cancellation))! - (long)(await newest.GetResultAsync(cancellation))!
                    );
                };
            },
            times: 2
        );

    /// <summary>What a filter by value leaves out, because it fits only possibly.</summary>
    public static FieldType OnlyPossible() =>
        Counted(
            "onlyPossible",
            "Int",
            "仅可能数",
            "How many more figures fit the filter only possibly, because what they can mean fits in part (约, 近, 以上): the same list with "
                + "certainty ONLY_POSSIBLE, without 'latestPer', has them. Null, where no 'value' is given or another certainty than "
                + "CERTAIN is. Counted only when it is selected.",
            context =>
            {
                var counted = Count<Observation>(context);
                return source =>
                    (Connection<Observation>)source
                        is {
                            Selection: { Query: ObservationQuery { Value: { Certainty: Certainty.Certain } value } query } selection
                        } connection
                        ? counted(
                            connection with
                            {
                                Selection = selection with
                                {
                                    Query = query with { LatestPer = [], Value = value with { Certainty = Certainty.OnlyPossible } },
                                    Arguments = $"only possible of {selection.Arguments}",
                                },
                            }
                        )
                        : null;
            }
        );

    /// <summary>What 'withParts' cannot place.</summary>
    public static FieldType Unplaced<T>() =>
        Counted(
            "unplaced",
            "Int",
            "无法定位数",
            "Of what fits all other filters, how much 'withParts' cannot "
                + "place: it is known to lie neither in the places that are asked for "
                + "nor outside of them. Outside lies what is in a country, province, city, or district or county other than the one of "
                + "that level in which the place lies. Only places, parks and where something is held, located, measured or ends can "
                + "be unplaced, and members of a list that no relationship places: a figure about a firm is no figure about a place. 0 "
                + "where no place is asked for; null where 'withParts' is not given. Counted only when it is selected.",
            context =>
            {
                var counted = Count<T>(context);
                return source =>
                {
                    var connection = (Connection<T>)source;
                    if (Placing(connection.Selection.Query) is not var (without, with))
                        return null;
                    var (fitting, all) = ((IDataLoaderResult)counted(Asking(without)), (IDataLoaderResult)counted(Asking(with)));
                    return new Level(async cancellation =>
                        (long)(await all.GetResultAsync(cancellation))! - (long)(await fitting.GetResultAsync(cancellation))!
                    );

                    Connection<T> Asking(GraphQuery<T> query) =>
                        connection with
                        {
                            Selection = connection.Selection with
                            {
                                Query = query,
                                Arguments = $"{(query == with ? "placed or not" : "placed")} of {connection.Selection.Arguments}",
                            },
                        };
                };
            },
            times: 2
        );

    /// <summary>What a list of groups has no place for.</summary>
    public static FieldType Ungrouped() =>
        Counted(
            "ungrouped",
            "Int!",
            "未分组数",
            "How many things fit the filter and are in no group, because they have no value for one of the keys: no place, no speaker, no "
                + "day, or a period that is open or longer than what is grouped by. Counted only when it is selected.",
            context =>
            {
                var counted = Count<GroupCount>(context);
                return source =>
                {
                    var connection = (Connection<GroupCount>)source;
                    var rest = (GroupQuery)connection.Selection.Query with { IsRest = true };
                    return counted(connection with { Selection = connection.Selection with { Query = rest } });
                };
            }
        );

    /// <summary>The query without and with what cannot be placed; null where nothing is asked to be in a place with its parts.</summary>
    private static (GraphQuery<T> Without, GraphQuery<T> With)? Placing<T>(GraphQuery<T> query) =>
        (object)query switch
        {
            EntityQuery q when q.Links.Any(link => link.IsPlacing) => (
                (GraphQuery<T>)(object)q,
                (GraphQuery<T>)(object)(q with { OrUnplaced = true })
            ),
            RelationshipQuery { WithParts: true } q => ((GraphQuery<T>)(object)q, (GraphQuery<T>)(object)(q with { OrUnplaced = true })),
            ObservationQuery { WithParts: true } q => (
                (GraphQuery<T>)(object)(q with { LatestPer = [] }),
                (GraphQuery<T>)(object)(q with { LatestPer = [], OrUnplaced = true })
            ),
            _ => null,
        };

    /// <summary>A connection field of the query type.</summary>
    public static FieldType Root<T>(
        string name,
        string type,
        string chinese,
        string english,
        ListField<T> list,
        params IEnumerable<QueryArgument> filters
    ) =>
        Checked(
            SchemaParts
                .Resolved(name, $"{type}!", chinese, english, context => new(RootPage(context, list)), WithPaging(filters, list))
                .InBrief(),
            list
        );

    /// <summary>A connection field of a node.</summary>
    public static FieldType Nested<T>(
        string name,
        string type,
        string chinese,
        string english,
        ListField<T> list,
        params IEnumerable<QueryArgument> filters
    ) =>
        Checked(
            SchemaParts
                .Prepared(name, $"{type}!", chinese, english, context => NestedPage(context, list), WithPaging(filters, list))
                .InBrief(),
            list
        );

    public static ExecutionError Mismatch() =>
        GraphErrors.Of(
            GraphErrors.CursorMismatch,
            "'after' is no cursor of this list. A cursor belongs to one field with the same arguments and the same parent; start again "
                + "without 'after', and page the lists of several parents one by one."
        );

    private static Level RootPage<T>(IResolveFieldContext context, ListField<T> list)
    {
        var request = RequestScope.Of(context);
        var selection = Select(context, list);
        var page = selection.PageOf(null);
        if (!NeedsPage(context))
            return Level.Of(new Connection<T>(selection, null, Page<T>.Empty));
        return new Level(async cancellation => new Connection<T>(
            selection,
            null,
            await list.Ask(request.Snapshot, request.InBrief(selection.Query), page, cancellation)
        ));
    }

    private static Func<object, object> NestedPage<T>(IResolveFieldContext context, ListField<T> list)
    {
        var selection = Select(context, list);
        if (!NeedsPage(context))
        {
            return source =>
            {
                var parent = (IGraphNode)source;
                // A foreign cursor is refused, whatever is selected.
                selection.PageOf(parent.Id);
                return Level.Of(new Connection<T>(selection, parent, Page<T>.Empty));
            };
        }
        var request = RequestScope.Of(context);
        // A cursor belongs to one parent, so its page is read for each; without one all have the same.
        var common = selection.After is null ? LoaderOf(selection.PageOf(null)) : null;
        return source =>
        {
            var parent = (IGraphNode)source;
            return (common ?? LoaderOf(selection.PageOf(parent.Id))).Load(parent.Id, found => new Connection<T>(
                selection,
                parent,
                found ?? Page<T>.Empty
            ));
        };

        BatchLoader<Page<T>> LoaderOf(PageRequest page) =>
            request.Loader<Page<T>>(selection.Question, (snapshot, parents, cancellation) =>
                list.AskOf(snapshot, parents, request.InBrief(selection.Query), page, cancellation)
            );
    }

    private static Func<object, object> Count<T>(IResolveFieldContext context)
    {
        var request = RequestScope.Of(context);
        return source =>
        {
            var (selection, parent, _) = (Connection<T>)source;
            if (parent is null)
                return new Level(async cancellation => await selection.List.Count(request.Snapshot, selection.Query, cancellation));
            return request
                .Loader<long>($"count {selection.List.Question}{selection.Arguments}", (snapshot, parents, cancellation) =>
                    selection.List.CountOf(snapshot, parents, selection.Query, cancellation)
                )
                .Load(parent.Id, count => count);
        };
    }

    private static Selection<T> Select<T>(IResolveFieldContext context, ListField<T> list) =>
        RequestScope.Of(context).Selection(context, list, () => Read(RequestScope.Of(context).ArgumentsOf(context), list));

    private static Selection<T> Read<T>(ArgumentReader arguments, ListField<T> list)
    {
        var first = arguments.Value<int>("first") ?? list.Size;
        if (first is < 1 or > PageRequest.Max)
            arguments.Report(
                "first",
                GraphErrors.InvalidArgument,
                $"is {first}; allowed are 1 to {PageRequest.Max}, and without it a page has {list.Size} items."
            );
        return new Selection<T>(list, list.Read(arguments), arguments.Canonical(), first, arguments.Cursor("after"));
    }

    /// <summary>
    /// Reads the arguments while the document is validated, so that all problems are reported at once and nothing runs. Priced by its page.
    /// </summary>
    private static FieldType Checked<T>(FieldType field, ListField<T> list) =>
        Checked(field, arguments => Read(arguments, list)).PageOf(arguments => arguments.Value<int>("first") ?? list.Size);

    public static FieldType Checked(FieldType field, Action<ArgumentReader> read)
    {
        field.ValidateArguments = context =>
        {
            // A field of an operation that is not run has no values.
            if (context.FieldAst.Arguments is { Count: > 0 } && context.Arguments is null)
                return default;
            var validation = context.ValidationContext;
            foreach (var problem in AskedNames.Of(validation.UserContext).Read(field.Name, context.FieldAst, context.Arguments, read))
                validation.ReportError(FieldArguments.Error(field.Name, problem, context.FieldAst, validation.Document));
            return default;
        };
        return field;
    }

    private static IEnumerable<QueryArgument> WithPaging<T>(IEnumerable<QueryArgument> filters, ListField<T> list) =>
        [
            .. filters,
            SchemaParts.Argument("first", "Int", "条数", $"How many items, 1 to {PageRequest.Max}.", list.Size),
            SchemaParts.Argument("after", "String", "起始游标", "The cursor after which the page starts, from the same list."),
        ];

    private static bool NeedsPage(IResolveFieldContext context) =>
        context.SubFields?.Values.Any(field => PageFields.Contains(field.FieldType.Name, StringComparer.Ordinal)) is true;

    private static PageInfo PageInfoOf<T>(Connection<T> connection)
    {
        var last = connection.Page.Items.Count - 1;
        return new PageInfo(
            connection.Page.HasMore,
            connection.Selection.After is not null,
            last < 0 ? null : connection.CursorOf(0),
            last < 0 ? null : connection.CursorOf(last)
        );
    }
}
