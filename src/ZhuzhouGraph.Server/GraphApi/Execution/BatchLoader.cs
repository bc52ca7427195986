using GraphQL.DataLoader;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>A result that is one of many in an answer of the store.</summary>
internal interface IBatchResult : IDataLoaderResult
{
    /// <summary>Waits for the answer, the same for all of a batch. What goes wrong is in the task, never thrown.</summary>
    Task AskAsync(CancellationToken cancellationToken);

    /// <summary>The result, once the answer is there. Throws what kept it away.</summary>
    object? Take();
}

/// <summary>
/// Asks the store once for the keys of a whole level. The executor parks every result of <see cref="Load"/> until nothing else is
/// pending and then completes them together, so that by then the batch holds all keys. A key is asked for once in a request.
/// </summary>
internal sealed class BatchLoader<TValue>(
    Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, TValue>>> ask
)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Batch> _batches = new(StringComparer.Ordinal);
    private Batch? _open;

    /// <summary>
    /// The value of the key, made into what the field answers; <c>default</c> goes in for a key that the store does not have.
    /// </summary>
    public IDataLoaderResult Load(string key, Func<TValue?, object?> make) => new Result(BatchOf(key), key, make);

    /// <summary>The values of the keys, in their order, without those that the store does not have.</summary>
    public IDataLoaderResult LoadAll(IReadOnlyList<string> keys) => new Results([.. keys.Select(key => (BatchOf(key), key))]);

    private Batch BatchOf(string key)
    {
        lock (_gate)
        {
            if (_batches.TryGetValue(key, out var known))
                return known;
            if (_open?.TryAdd(key) is not true)
            {
                _open = new Batch(ask);
                _open.TryAdd(key);
            }
            return _batches[key] = _open;
        }
    }

    private sealed class Batch(Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, TValue>>> ask)
    {
        private readonly Lock _gate = new();
        private readonly List<string> _keys = [];
        private Task<IReadOnlyDictionary<string, TValue>>? _answer;

        /// <summary>False once the batch has been sent.</summary>
        public bool TryAdd(string key)
        {
            lock (_gate)
            {
                if (_answer is not null)
                    return false;
                _keys.Add(key);
                return true;
            }
        }

        public Task<IReadOnlyDictionary<string, TValue>> AnswerAsync(CancellationToken cancellationToken)
        {
            lock (_gate)
                return _answer ??= ask(_keys, cancellationToken);
        }
    }

    private sealed class Result(Batch batch, string key, Func<TValue?, object?> make) : IBatchResult
    {
        private Task<IReadOnlyDictionary<string, TValue>>? _answer;

        public Task AskAsync(CancellationToken cancellationToken) => _answer = batch.AnswerAsync(cancellationToken);

        public object? Take() => make(_answer!.GetAwaiter().GetResult().TryGetValue(key, out var value) ? value : default);

        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            await AskAsync(cancellationToken);
            return Take();
        }
    }

    private sealed class Results((Batch Batch, string Key)[] parts) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var values = new List<TValue>(parts.Length);
            foreach (var (batch, key) in parts)
            {
                if ((await batch.AnswerAsync(cancellationToken)).TryGetValue(key, out var value))
                    values.Add(value);
            }
            return values;
        }
    }
}
