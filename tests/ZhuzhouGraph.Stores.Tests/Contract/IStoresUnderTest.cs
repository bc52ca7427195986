namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>One kind of store, as the classes of the contract need it. xunit makes one for each class.</summary>
public interface IStoresUnderTest
{
    /// <summary>How many random cases are tried, as a share of the usual ones: fewer where a statement takes long.</summary>
    double ShareOfCases { get; }

    /// <summary>Opens an empty store.</summary>
    Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken);

    /// <summary>Removes what a test's stores left behind; they are disposed.</summary>
    ValueTask CleanUpAsync();
}
