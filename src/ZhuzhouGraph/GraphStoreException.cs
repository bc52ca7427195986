namespace ZhuzhouGraph;

/// <summary>A store that cannot be read or written. The message says what to do about it.</summary>
public sealed class GraphStoreException : Exception
{
    public GraphStoreException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>That a store names what it does not have.</summary>
    public static GraphStoreException Missing(string id) =>
        new($"The store is damaged: it names {id} and does not have it. The command verify says what else is wrong.", isTransient: false)
        {
            IsDamage = true,
        };

    /// <summary>True where the same call may succeed later.</summary>
    public bool IsTransient { get; }

    /// <summary>
    /// True where what is stored is not what was written, or is not there any more: nothing of it should be served until somebody has
    /// acted.
    /// </summary>
    public bool IsDamage { get; init; }
}
