using ZhuzhouGraph.Bolt.PackStream;

namespace ZhuzhouGraph.Bolt;

/// <summary>The items of a list, in order. It lives no longer than its record.</summary>
public readonly struct BoltList
{
    private readonly byte[] _bytes;
    private readonly int _first;

    internal BoltList(byte[] bytes, int at)
    {
        _bytes = bytes;
        Count = Packed.Count(bytes, at, out _first);
    }

    public int Count { get; }

    public Enumerator GetEnumerator() => new(_bytes, _first, Count);

    public struct Enumerator
    {
        private readonly byte[] _bytes;
        private int _at;
        private int _left;

        internal Enumerator(byte[] bytes, int first, int count) => (_bytes, _at, _left) = (bytes, -first, count);

        public readonly BoltValue Current => new(_bytes, _at);

        public bool MoveNext()
        {
            if (_left == 0)
                return false;
            _left--;
            // Below zero it waits before the first.
            _at = _at < 0 ? -_at : Packed.Skip(_bytes, _at);
            return true;
        }
    }
}
