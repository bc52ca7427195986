namespace ZhuzhouGraph;

/// <summary>
/// Where the graph is kept. Every store gives the same answers in the same order to the same questions; one contract suite holds
/// them to it. Throws <see cref="GraphStoreException"/> and nothing else of its own.
/// </summary>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>The store's data version, at little cost; a store that answers this can be read.</summary>
    Task<GraphHead> HeadAsync(CancellationToken cancellationToken);

    /// <summary>The hash of each unit as last taken: as many as there are articles.</summary>
    Task<IReadOnlyDictionary<string, string>> UnitsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs a read on the graph as it is at one data version. A store that cannot hold a version runs the read again when another one
    /// came in between, so a read must have no effect but its answer. The store is first asked when the read asks the snapshot something.
    /// </summary>
    /// <exception cref="GraphStoreException">Among others, transient: versions came faster than the read could be run.</exception>
    Task<T> ReadAsync<T>(Func<IGraphSnapshot, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a read of any length, such as a download, once and on one data version, while imports go on. What a store cannot hold at that
    /// version is an exception; versions never mix.
    /// </summary>
    /// <exception cref="GraphStoreException">Among others, transient: an import changed what the store has no versions of.</exception>
    Task StreamAsync(Func<IPinnedGraph, Task> read, CancellationToken cancellationToken);

    /// <summary>
    /// Takes in the first of those units, each the registry or one article, in one transaction, all or nothing: at least one, and as many
    /// as the store likes. Graph and change log are as if they came one by one: each replaces what it held before and takes the next data
    /// version, or leaves it alone where it changes nothing. One that is refused is not taken in with those before it.
    /// </summary>
    /// <param name="units">At least one. Those that were not taken in can be given again.</param>
    /// <returns>What became of each that was taken in, in their order.</returns>
    Task<IReadOnlyList<ImportOutcome>> ImportAsync(IReadOnlyList<GraphBatch> units, CancellationToken cancellationToken);

    /// <summary>
    /// Takes an article and everything that only it states out of the graph; its observations are closed, not deleted. Null where the store
    /// has no such article.
    /// </summary>
    Task<ImportOutcome?> RemoveAsync(string article, CancellationToken cancellationToken);

    /// <summary>
    /// Notes the fingerprint of the folder that was last imported as a whole, given back in <see cref="GraphHead.Source"/>.
    /// </summary>
    Task RememberSourceAsync(string fingerprint, CancellationToken cancellationToken);

    /// <summary>The issue texts that the store holds, of those hashes. A text once held stays.</summary>
    Task<IReadOnlyDictionary<string, string>> TextsAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps other imports of many units off until the answer is disposed, so that units of two folders do not mix; null while another
    /// program keeps this one off. Single units need no such turn, and a program that is killed loses it.
    /// </summary>
    Task<IAsyncDisposable?> TryTakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Looks whether what is stored is what was written, and says in a line each what is not; no line where the store is whole. Others may
    /// read and write meanwhile.
    /// </summary>
    /// <param name="isThorough">False for what every start can afford; the store's README says what that does not find.</param>
    Task<IReadOnlyList<string>> VerifyAsync(bool isThorough, CancellationToken cancellationToken);
}

/// <summary>
/// The graph at one data version, until the read that it was made for ends. Members may be called one after the other or at once.
/// </summary>
public interface IGraphSnapshot
{
    /// <summary>The version that everything read here is of.</summary>
    Task<GraphHead> HeadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The nodes of those ids, keyed by the id that was asked; unknown ids have no key. An id that an entity had before leads to it, also
    /// where what had the id is still kept for the past; what is kept so answers where nothing that stands claims its id.
    /// </summary>
    /// <param name="brief">Of which nodes only what names them is wanted.</param>
    Task<IReadOnlyDictionary<string, IGraphNode>> GetAsync(
        IReadOnlyCollection<string> ids,
        RecordKinds brief,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// What ids or exact names stand for, in one statement: a text that has the grammar of an id is one, see <see cref="GetAsync"/>; any
    /// other is a name of the entities that have it (<see cref="Folding"/> decides sameness), ordered by id. Keyed by what was asked; what
    /// nothing is called has no key.
    /// </summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<IGraphNode>>> ResolveAsync(
        IReadOnlyCollection<string> idsOrNames,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The names that each one may have been meant to be, nearest first, at most <see cref="Nearest.Most"/>: see
    /// <see cref="Nearest.NamesTo"/>. Every name that was asked has a key, those after the first <see cref="Nearest.MostAsked"/> an
    /// empty list; one statement for all of them.
    /// </summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<NearName>>> NearestAsync(
        IReadOnlyCollection<string> names,
        NameScope scope,
        CancellationToken cancellationToken
    );

    /// <summary>One page of everything that fits the query.</summary>
    Task<Page<T>> ListAsync<T>(GraphQuery<T> query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// One page per parent of what fits the query, in one statement; every parent has a key. The query says what parents it takes.
    /// </summary>
    Task<IReadOnlyDictionary<string, Page<T>>> ListOfAsync<T>(
        IReadOnlyCollection<string> parents,
        GraphQuery<T> query,
        PageRequest page,
        CancellationToken cancellationToken
    );

    /// <summary>How many things fit the query.</summary>
    Task<long> CountAsync<T>(GraphQuery<T> query, CancellationToken cancellationToken);

    /// <summary>How many things fit the query, per parent; every parent has a key.</summary>
    Task<IReadOnlyDictionary<string, long>> CountOfAsync<T>(
        IReadOnlyCollection<string> parents,
        GraphQuery<T> query,
        CancellationToken cancellationToken
    );

    /// <summary>Counts and coverage of the whole graph.</summary>
    Task<GraphSummary> SummaryAsync(CancellationToken cancellationToken);
}

/// <summary>What follows from the members of every store.</summary>
public static class GraphStoreExtensions
{
    /// <summary>Takes in one unit: see <see cref="IGraphStore.ImportAsync"/>.</summary>
    public static async Task<ImportOutcome> ImportAsync(this IGraphStore store, GraphBatch unit, CancellationToken cancellationToken) =>
        (await store.ImportAsync([unit], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>The nodes of those ids, each of them whole: see <see cref="IGraphSnapshot.GetAsync"/>.</summary>
    public static Task<IReadOnlyDictionary<string, IGraphNode>> GetAsync(
        this IGraphSnapshot snapshot,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    ) => snapshot.GetAsync(ids, RecordKinds.None, cancellationToken);
}
