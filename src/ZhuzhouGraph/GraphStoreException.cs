namespace ZhuzhouGraph;

/// <summary>A store that cannot be read or written. The message says what to do about it.</summary>
public sealed class GraphStoreException : Exception
{
    public GraphStoreException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>True where the same call may succeed later.</summary>
    public bool IsTransient { get; }
}
