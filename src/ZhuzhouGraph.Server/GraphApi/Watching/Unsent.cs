namespace ZhuzhouGraph.Server.GraphApi.Watching;

/// <summary>
/// What is made and waits for its client to make room, over all sockets and streams of events. Where it is more than is allowed, whoever
/// has waited longest is let go: what it was not told it asks for from its last place.
/// </summary>
internal sealed class Unsent(long allowed)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiting> _waiting = [];
    private long _bytes;

    /// <summary>Counts so many bytes until the answer is disposed.</summary>
    /// <param name="letGo">Breaks the connection that they wait for.</param>
    public IDisposable Wait(int bytes, Action letGo)
    {
        var waiting = new Waiting(this, bytes, letGo);
        List<Waiting> longest = [];
        lock (_gate)
        {
            _waiting.AddLast(waiting.Place);
            _bytes += bytes;
            while (_bytes > allowed)
            {
                longest.Add(_waiting.First!.Value);
                Take(_waiting.First);
            }
        }
        foreach (var gone in longest)
            gone.LetGo();
        return waiting;
    }

    private void Take(LinkedListNode<Waiting> place)
    {
        if (place.List is null)
            return;
        _waiting.Remove(place);
        _bytes -= place.Value.Bytes;
    }

    private sealed class Waiting : IDisposable
    {
        private readonly Unsent _all;

        public Waiting(Unsent all, int bytes, Action letGo)
        {
            (_all, Bytes, LetGo) = (all, bytes, letGo);
            Place = new(this);
        }

        public int Bytes { get; }

        public Action LetGo { get; }

        public LinkedListNode<Waiting> Place { get; }

        public void Dispose()
        {
            lock (_all._gate)
                _all.Take(Place);
        }
    }
}
