using System.Buffers.Binary;
using System.Text.Unicode;

namespace ZhuzhouGraph.Bolt.PackStream;

/// <summary>
/// Looks at bytes that somebody sent, once, before anything reads them: every value lies within the message, texts are UTF-8, keys are
/// texts, structures have the fields that they must have, and nothing is nested deeper than allowed. Nothing is allocated, whatever sizes
/// are announced.
/// </summary>
internal readonly ref struct Checker(ReadOnlySpan<byte> bytes, int maxDepth)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Looks at one value and gives where it ends.</summary>
    /// <exception cref="BoltProtocolException">It is none.</exception>
    public int Value(int at, int depth = 0)
    {
        if (depth > maxDepth)
            throw new BoltProtocolException($"values nested deeper than {maxDepth}");
        var marker = Byte(at);
        switch (marker)
        {
            case < Marker.TinyString or >= Marker.TinyNegative or Marker.Null or Marker.True or Marker.False:
                return at + 1;
            case Marker.Float or Marker.Integer64:
                return Fixed(at, 9);
            case Marker.Integer8:
                return Fixed(at, 2);
            case Marker.Integer16:
                return Fixed(at, 3);
            case Marker.Integer32:
                return Fixed(at, 5);
            case Marker.Bytes8 or Marker.Bytes16 or Marker.Bytes32:
                var size = Count(at, out var first);
                return Fixed(first, size);
            case < Marker.TinyList or Marker.String8 or Marker.String16 or Marker.String32:
                return Text(at);
            case < Marker.TinyMap or Marker.List8 or Marker.List16 or Marker.List32:
                return Items(at, depth);
            case < Marker.TinyStructure or Marker.Map8 or Marker.Map16 or Marker.Map32:
                return Entries(at, depth);
            case < Marker.Null:
                return Structure(at, marker & 0x0F, depth);
            default:
                throw new BoltProtocolException($"the byte {marker:X2}, which begins no value");
        }
    }

    /// <summary>Looks at one map and gives where it ends.</summary>
    public int Map(int at) =>
        Byte(at) is (>= Marker.TinyMap and < Marker.TinyStructure) or Marker.Map8 or Marker.Map16 or Marker.Map32
            ? Value(at)
            : throw new BoltProtocolException("something else where a map must be");

    /// <summary>Looks at one list and gives where it ends.</summary>
    public int List(int at) => IsList(Byte(at)) ? Value(at) : throw new BoltProtocolException("something else where a list must be");

    private int Text(int at)
    {
        var count = Count(at, out var first);
        var end = Fixed(first, count);
        if (!Utf8.IsValid(_bytes[first..end]))
            throw new BoltProtocolException("a text that is not UTF-8");
        return end;
    }

    private int Items(int at, int depth)
    {
        for (var left = Count(at, out at); left > 0; left--)
            at = Value(at, depth + 1);
        return at;
    }

    private int Entries(int at, int depth)
    {
        for (var left = Count(at, out at); left > 0; left--)
        {
            if (!IsText(Byte(at)))
                throw new BoltProtocolException("a key that is no text");
            at = Value(Text(at), depth + 1);
        }
        return at;
    }

    private int Structure(int at, int count, int depth)
    {
        var tag = Byte(at + 1);
        if (Structures.Of(tag) is not var (kind, fields))
            throw new BoltProtocolException($"a structure with the tag {tag:X2}, which no value has");
        if (count != fields.Length)
            throw new BoltProtocolException($"a {kind} of {count} fields");
        at += 2;
        foreach (var field in fields)
        {
            var end = Value(at, depth + 1);
            if (!Is(field, at))
                throw new BoltProtocolException($"a {kind} with a field of another kind");
            at = end;
        }
        return at;
    }

    /// <summary>Whether a value that was looked at is what a structure has there.</summary>
    private bool Is(char field, int at) =>
        field switch
        {
            'i' => Packed.KindOf(_bytes, at) is BoltKind.Integer,
            'f' => Packed.KindOf(_bytes, at) is BoltKind.Float,
            's' => Packed.KindOf(_bytes, at) is BoltKind.String,
            'm' => Packed.KindOf(_bytes, at) is BoltKind.Map,
            'S' => AreAll(at, BoltKind.String),
            'I' => AreAll(at, BoltKind.Integer),
            'N' => AreAll(at, BoltKind.Node),
            _ => AreAll(at, BoltKind.UnboundRelationship),
        };

    private bool AreAll(int at, BoltKind kind)
    {
        if (!IsList(_bytes[at]))
            return false;
        for (var left = Packed.Count(_bytes, at, out at); left > 0; left--)
        {
            if (Packed.KindOf(_bytes, at) != kind)
                return false;
            at = Packed.Skip(_bytes, at);
        }
        return true;
    }

    /// <summary>Each of so many takes a byte at least, so that a count which cannot be true is found before it is used.</summary>
    private int Count(int at, out int first)
    {
        var marker = _bytes[at];
        long count = marker & 0x0F;
        first = at + 1;
        if (marker >= Marker.Null)
        {
            var width = 1 << (marker & 0x03);
            first = Fixed(at + 1, width);
            count = width switch
            {
                1 => _bytes[at + 1],
                2 => BinaryPrimitives.ReadUInt16BigEndian(_bytes[(at + 1)..]),
                _ => BinaryPrimitives.ReadUInt32BigEndian(_bytes[(at + 1)..]),
            };
        }
        if (count > _bytes.Length - first)
            throw new BoltProtocolException($"a size of {count} where {_bytes.Length - first} bytes are left");
        return (int)count;
    }

    private byte Byte(int at) => at < _bytes.Length ? _bytes[at] : throw Short();

    private int Fixed(int at, int size) => size <= _bytes.Length - at ? at + size : throw Short();

    private static BoltProtocolException Short() => new("a message that ends within a value");

    private static bool IsText(byte marker) =>
        marker is (>= Marker.TinyString and < Marker.TinyList) or Marker.String8 or Marker.String16 or Marker.String32;

    private static bool IsList(byte marker) =>
        marker is (>= Marker.TinyList and < Marker.TinyMap) or Marker.List8 or Marker.List16 or Marker.List32;
}
