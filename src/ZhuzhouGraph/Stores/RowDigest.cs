using System.Buffers.Binary;

namespace ZhuzhouGraph.Stores;

/// <summary>
/// The checksum of one row or record: 64 bits over the kinds, lengths and bytes of its values, in their order. It finds accidents, not
/// forgers: who writes into the file can write its checksums, too.
/// </summary>
public struct RowDigest()
{
    private ulong _state = 0x9E3779B97F4A7C15;

    /// <summary>
    /// The checksum. Those of a table's rows are added up, so that their order does not matter and a row can be taken out.
    /// </summary>
    public readonly long Value => unchecked((long)Mixed(_state, 0xD6E8FEB86659FD93));

    /// <param name="kind">What sort of value it is, in numbers of the store's own.</param>
    public void Add(int kind, long number) => _state = Mixed(Mixed(_state, (ulong)kind), unchecked((ulong)number));

    public void Add(int kind, ReadOnlySpan<byte> bytes)
    {
        Add(kind, bytes.Length);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            _state = Mixed(_state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        var rest = 0UL;
        foreach (var value in bytes)
            rest = (rest << 8) | value;
        _state = Mixed(_state, rest);
    }

    private static ulong Mixed(ulong state, ulong word)
    {
        var mixed = unchecked((state ^ word) * 0xFF51AFD7ED558CCD);
        return mixed ^ (mixed >> 32);
    }
}
