using System.Buffers.Binary;

namespace ZhuzhouGraph.Bolt.PackStream;

/// <summary>Finds its way in packed bytes that <see cref="Checker"/> has looked at: nothing here looks twice.</summary>
internal static class Packed
{
    public static BoltKind KindOf(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at] switch
        {
            < Marker.TinyString or >= Marker.TinyNegative => BoltKind.Integer,
            < Marker.TinyList or Marker.String8 or Marker.String16 or Marker.String32 => BoltKind.String,
            < Marker.TinyMap or Marker.List8 or Marker.List16 or Marker.List32 => BoltKind.List,
            < Marker.TinyStructure or Marker.Map8 or Marker.Map16 or Marker.Map32 => BoltKind.Map,
            < Marker.Null => Structures.Of(bytes[at + 1])!.Value.Kind,
            Marker.Null => BoltKind.Null,
            Marker.Float => BoltKind.Float,
            Marker.True or Marker.False => BoltKind.Boolean,
            Marker.Bytes8 or Marker.Bytes16 or Marker.Bytes32 => BoltKind.Bytes,
            _ => BoltKind.Integer,
        };

    public static long Integer(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at] switch
        {
            Marker.Integer8 => unchecked((sbyte)bytes[at + 1]),
            Marker.Integer16 => BinaryPrimitives.ReadInt16BigEndian(bytes[(at + 1)..]),
            Marker.Integer32 => BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 1)..]),
            Marker.Integer64 => BinaryPrimitives.ReadInt64BigEndian(bytes[(at + 1)..]),
            var tiny => unchecked((sbyte)tiny),
        };

    public static double Float(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadDoubleBigEndian(bytes[(at + 1)..]);

    /// <summary>How many bytes a text, items a list, or entries a map has, and where the first of them is.</summary>
    public static int Count(ReadOnlySpan<byte> bytes, int at, out int first)
    {
        var marker = bytes[at];
        if (marker < Marker.Null)
        {
            first = at + 1;
            return marker & 0x0F;
        }
        // The lowest two bits say how wide the count is, of bytes from 0 for 8 bits, of everything else, too.
        switch (marker & 0x03)
        {
            case 0:
                first = at + 2;
                return bytes[at + 1];
            case 1:
                first = at + 3;
                return BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 1)..]);
            default:
                first = at + 5;
                return BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 1)..]);
        }
    }

    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> bytes, int at)
    {
        var count = Count(bytes, at, out var first);
        return bytes.Slice(first, count);
    }

    /// <summary>Where the value ends and the next one begins.</summary>
    public static int Skip(ReadOnlySpan<byte> bytes, int at)
    {
        for (var left = 1; left > 0; left--)
        {
            var marker = bytes[at];
            switch (marker)
            {
                case < Marker.TinyString or >= Marker.TinyNegative:
                    at++;
                    break;
                case < Marker.TinyList:
                    at += 1 + (marker & 0x0F);
                    break;
                case < Marker.TinyMap:
                    left += marker & 0x0F;
                    at++;
                    break;
                case < Marker.TinyStructure:
                    left += 2 * (marker & 0x0F);
                    at++;
                    break;
                case < Marker.Null:
                    left += marker & 0x0F;
                    at += 2;
                    break;
                case Marker.Null or Marker.True or Marker.False:
                    at++;
                    break;
                case Marker.Float or Marker.Integer64:
                    at += 9;
                    break;
                case Marker.Integer8:
                    at += 2;
                    break;
                case Marker.Integer16:
                    at += 3;
                    break;
                case Marker.Integer32:
                    at += 5;
                    break;
                case < Marker.List8:
                    var length = Count(bytes, at, out var first);
                    at = first + length;
                    break;
                default:
                    var count = Count(bytes, at, out at);
                    left += marker < Marker.Map8 ? count : 2 * count;
                    break;
            }
        }
        return at;
    }
}
