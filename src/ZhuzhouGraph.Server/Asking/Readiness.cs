namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// Whether what the server is to serve is in the store. A server listens before it takes the seeds in, so that a port in use is told at
/// once; until it has, every question is answered as if the store were away: try again in a moment.
/// </summary>
/// <param name="isReady">Whether it is from the start.</param>
public sealed class Readiness(bool isReady)
{
    /// <summary>What a client is told meanwhile.</summary>
    public const string Starting = "The server is starting and takes in the seeds. Try again.";

    /// <summary>What a client is told while nothing is there.</summary>
    public const string Empty = "The store is empty: nothing has been imported yet. Try again when its operator has.";

    private volatile bool _isReady = isReady;
    private volatile bool _isEmpty;
    private volatile bool _isRehearsed = true;

    public bool IsReady => _isReady;

    /// <summary>Whether the store has met the questions that it should know before somebody asks them.</summary>
    public bool IsRehearsed
    {
        get => _isRehearsed;
        set => _isRehearsed = value;
    }

    /// <summary>Whether nothing was in the store when it was last looked at.</summary>
    public bool IsEmpty => _isEmpty;

    public void Set(bool isEmpty = false)
    {
        _isEmpty = isEmpty;
        _isReady = true;
    }
}
