using ZhuzhouGraph.Bolt.PackStream;

namespace ZhuzhouGraph.Bolt;

/// <summary>One row of an answer, its columns numbered from 0. It lives until the next one is read.</summary>
public readonly struct BoltRecord
{
    private readonly byte[] _bytes;
    private readonly int _first;

    internal BoltRecord(byte[] bytes, int at)
    {
        _bytes = bytes;
        Count = Packed.Count(bytes, at, out _first);
    }

    public int Count { get; }

    public BoltValue this[int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Count);
            var at = _first;
            for (; column > 0; column--)
                at = Packed.Skip(_bytes, at);
            return new BoltValue(_bytes, at);
        }
    }
}
