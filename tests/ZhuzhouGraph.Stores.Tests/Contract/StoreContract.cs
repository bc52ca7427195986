using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>
/// What every store must do. Each contract class is abstract; a store's tests inherit each one with the stores that it is about.
/// <see cref="ContractComplianceTests"/> fails when one is forgotten.
/// </summary>
/// <typeparam name="TStores">Which stores are tested.</typeparam>
public abstract class StoreContract<TStores>(TStores stores) : IClassFixture<TStores>, IAsyncLifetime
    where TStores : class, IStoresUnderTest
{
    private readonly List<IGraphStore> _opened = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2031, 4, 1, 8, 0, 0, TimeSpan.Zero));

    protected Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    /// <summary>A store that holds nothing.</summary>
    protected IGraphStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await NewStoreAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var store in _opened)
            await store.DisposeAsync();
        await stores.CleanUpAsync();
    }

    /// <summary>
    /// Another empty store, for properties. A server with one database has one store at a time: those that were opened before are empty
    /// then.
    /// </summary>
    protected async Task<IGraphStore> NewStoreAsync()
    {
        var store = await stores.OpenEmptyAsync(Time, Cancel);
        _opened.Add(store);
        return store;
    }

    /// <summary>So many random cases, fewer on a slow store, and whatever CsCheck_Iter says.</summary>
    protected int CasesOf(int usual) => Drawing.Cases((int)(usual * stores.ShareOfCases));

    protected async Task<ImportOutcome> ImportAsync(GraphBatch batch, IGraphStore? into = null) =>
        await (into ?? Store).ImportAsync(batch, Cancel);

    protected Task<T> ReadAsync<T>(Func<IGraphSnapshot, Task<T>> read, IGraphStore? from = null) => (from ?? Store).ReadAsync(read, Cancel);

    protected Task<IReadOnlyList<T>> AllAsync<T>(GraphQuery<T> query, IGraphStore? from = null, int pageSize = PageRequest.Max) =>
        ReadAsync(s => Everything.ListAsync(s, query, Cancel, pageSize), from);

    protected Task<IReadOnlyList<T>> AllOfAsync<T>(string parent, GraphQuery<T> query, int pageSize = PageRequest.Max) =>
        ReadAsync(s => Everything.ListOfAsync(s, parent, query, Cancel, pageSize));

    protected async Task<T?> GetAsync<T>(string id, IGraphStore? from = null)
        where T : class, IGraphNode => (await ReadAsync(s => s.GetAsync([id], Cancel), from)).GetValueOrDefault(id) as T;
}
