using GraphQL.DataLoader;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>
/// An answer that waits for the rest of its level, although it has a statement of its own or none: what its children ask then goes out
/// together with what the children of its neighbours ask, in one statement instead of two.
/// </summary>
internal sealed class Level(Func<CancellationToken, Task<object?>> answer) : IDataLoaderResult
{
    /// <summary>An answer that is known.</summary>
    public static Level Of(object value) => new(_ => Task.FromResult<object?>(value));

    public Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => answer(cancellationToken);
}
