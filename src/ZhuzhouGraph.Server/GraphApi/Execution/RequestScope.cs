using System.Collections.Concurrent;
using GraphQL;
using GraphQL.DataLoader;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>
/// What one request has in hand: one snapshot of the graph, so that the whole answer is of one data version, and the batches of that
/// snapshot.
/// </summary>
internal sealed class RequestScope(IGraphSnapshot snapshot, RequestLimits limits, KnownDocument? document = null, string? site = null)
{
    private readonly ConcurrentDictionary<(object Field, object List), object> _selections = new();
    private readonly ConcurrentDictionary<string, object> _loaders = new(StringComparer.Ordinal);

    public RequestLimits Limits => limits;

    /// <summary>Figures that are looked up by id and are known already.</summary>
    public ConcurrentDictionary<string, Observation> Chosen { get; } = new(StringComparer.Ordinal);

    /// <summary>Points of lines from which something is worked out.</summary>
    public ConcurrentDictionary<string, Queries.SeriesPoint> Points { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the pages of the explorer are; null where nobody says.</summary>
    public string? Site => site;

    /// <summary>What of the change log the event of a subscription tells; null where none is run.</summary>
    public LogReading? Reading { get; init; }

    /// <summary>The document that is run, where something is kept with it.</summary>
    public KnownDocument? Document => document;

    public IGraphSnapshot Snapshot => snapshot;

    /// <summary>The records of which no field of the operation needs more than names and types them.</summary>
    public RecordKinds Brief { get; set; }

    /// <summary>The query, in brief where that is enough.</summary>
    public GraphQuery<T> InBrief<T>(GraphQuery<T> query) =>
        (Brief & Schema.Reads.KindOf(typeof(T))) == RecordKinds.None ? query : query with { IsBrief = true };

    /// <summary>What the arguments of the request name, looked up; null where they name nothing.</summary>
    public NamedNodes? Names { get; set; }

    public static RequestScope Of(IResolveFieldContext context) => (RequestScope)context.RootValue!;

    /// <summary>The node of that id, which another part of the graph names and which therefore must be there.</summary>
    public IDataLoaderResult Node(string id) => Node(id, node => node);

    /// <param name="make">What is answered of it.</param>
    public IDataLoaderResult Node(string id, Func<IGraphNode, object?> make) =>
        Nodes().Load(id, node => make(node ?? throw GraphStoreException.Missing(id)));

    /// <summary>The node of that id, or null.</summary>
    public IDataLoaderResult? NodeOrNull(string? id) => id is null ? null : Nodes().Load(id, node => node);

    public IDataLoaderResult NodesOf(IReadOnlyList<string> ids) => Nodes().LoadAll(ids);

    /// <summary>The loader of one kind of question, made when it is first asked.</summary>
    public BatchLoader<TValue> Loader<TValue>(
        string question,
        Func<IGraphSnapshot, IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, TValue>>> ask
    ) =>
        (BatchLoader<TValue>)
            _loaders.GetOrAdd(question, _ => new BatchLoader<TValue>((keys, cancellation) => ask(snapshot, keys, cancellation)));

    /// <summary>The reader of a field's arguments, which were found right before.</summary>
    public ArgumentReader ArgumentsOf(IResolveFieldContext context) =>
        FieldArguments.Reader(context.Arguments, [], Names, limits.RelationshipFilters);

    /// <summary>The reading of a field's arguments, done once for all its parents.</summary>
    public T Selection<T>(IResolveFieldContext context, object list, Func<T> read)
        where T : class => (T)_selections.GetOrAdd((context.FieldAst, list), _ => read());

    private BatchLoader<IGraphNode> Nodes() =>
        Loader<IGraphNode>("node", (snapshot, ids, cancellation) => snapshot.GetAsync(ids, Brief, cancellation));
}
