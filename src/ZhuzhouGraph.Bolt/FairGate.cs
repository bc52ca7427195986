namespace ZhuzhouGraph.Bolt;

/// <summary>Lets so many in at once; who waits longest is next, and nobody who comes later goes first.</summary>
internal sealed class FairGate(int places)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _free = places;

    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return ValueTask.CompletedTask;
            }
            var place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return new ValueTask(WaitAsync(place, cancellationToken));
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            // Whoever gave up is no longer in the list, and cannot give up once he has left it.
            if (_waiting.First is { } first)
            {
                _waiting.RemoveFirst();
                first.Value.SetResult();
                return;
            }
            _free++;
        }
    }

    private async Task WaitAsync(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(GiveUp, place);
        await place.Value.Task;

        void GiveUp(object? waiting)
        {
            var node = (LinkedListNode<TaskCompletionSource>)waiting!;
            lock (_lock)
            {
                if (node.List is null)
                    return;
                _waiting.Remove(node);
                node.Value.SetCanceled(cancellationToken);
            }
        }
    }
}
