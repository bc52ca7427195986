using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace ZhuzhouGraph.Bolt.PackStream;

/// <summary>
/// Packs messages one after the other into the chunks in which they travel: each a length of two bytes and at most 65,535 bytes, and a
/// length of 0 behind the last of a message.
/// </summary>
internal sealed class Packer
{
    public const int MaxChunk = 65_535;
    private const int MaxDepth = 100;

    /// <summary>What a connection keeps for the next messages; more than that is given back.</summary>
    private const int Kept = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[1_024];
    private int _end;
    private int _chunk;

    /// <summary>The messages that were packed since <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Packed => _buffer.AsMemory(0, _end);

    public void Clear()
    {
        _end = 0;
        if (_buffer.Length > Kept)
            _buffer = new byte[1_024];
    }

    public void BeginMessage(byte tag, int fields)
    {
        BeginChunk();
        Byte(unchecked((byte)(Marker.TinyStructure | fields)));
        Byte(tag);
    }

    public void EndMessage()
    {
        EndChunk();
        Reserve(2).Clear();
        _end += 2;
    }

    /// <summary>
    /// Null, a text, a truth value, a number, bytes, a day or time of this project, a map by text, or anything that is enumerated.
    /// </summary>
    /// <exception cref="ArgumentException">A value of another kind, a text with half a surrogate pair, or too deep a nest.</exception>
    public void Value(object? value, int depth = 0)
    {
        if (depth > MaxDepth)
            throw new ArgumentException($"A parameter is nested deeper than {MaxDepth}.");
        switch (value)
        {
            case null:
                Byte(Marker.Null);
                break;
            case string text:
                Text(text);
                break;
            case bool flag:
                Byte(flag ? Marker.True : Marker.False);
                break;
            case int number:
                Integer(number);
                break;
            case long number:
                Integer(number);
                break;
            case double number:
                Float(number);
                break;
            case byte[] bytes:
                Bytes(bytes);
                break;
            case IReadOnlyDictionary<string, object?> map:
                Map(map.Count);
                foreach (var (key, item) in map)
                {
                    Text(key);
                    Value(item, depth + 1);
                }
                break;
            case IEnumerable items:
                var list = items as ICollection ?? items.Cast<object?>().ToList();
                List(list.Count);
                foreach (var item in list)
                    Value(item, depth + 1);
                break;
            default:
                Time(value);
                break;
        }
    }

    public void Text(string text)
    {
        var size = Size(text);
        Header(size, Marker.TinyString, Marker.String8);
        if (size <= MaxChunk - (_end - _chunk - 2))
        {
            Strict.GetBytes(text, Reserve(size));
            _end += size;
            return;
        }
        var rented = ArrayPool<byte>.Shared.Rent(size);
        Strict.GetBytes(text, rented);
        Bytes(rented.AsSpan(0, size), isCounted: false);
        ArrayPool<byte>.Shared.Return(rented);
    }

    public void Map(int count) => Header(count, Marker.TinyMap, Marker.Map8);

    public void List(int count) => Header(count, Marker.TinyList, Marker.List8);

    public void Integer(long number)
    {
        Span<byte> packed = stackalloc byte[9];
        BinaryPrimitives.WriteInt64BigEndian(packed[1..], number);
        var (marker, width) = number switch
        {
            >= -16 and <= sbyte.MaxValue => (packed[8], 0),
            >= sbyte.MinValue and < -16 => (Marker.Integer8, 1),
            >= short.MinValue and <= short.MaxValue => (Marker.Integer16, 2),
            >= int.MinValue and <= int.MaxValue => (Marker.Integer32, 4),
            _ => (Marker.Integer64, 8),
        };
        packed[8 - width] = marker;
        Bytes(packed[(8 - width)..], isCounted: false);
    }

    private void Float(double number)
    {
        Span<byte> packed = stackalloc byte[9];
        packed[0] = Marker.Float;
        BinaryPrimitives.WriteDoubleBigEndian(packed[1..], number);
        Bytes(packed, isCounted: false);
    }

    private void Time(object value)
    {
        switch (value)
        {
            case BoltDate date:
                Structure(Structures.Date, date.Days);
                break;
            case BoltLocalTime time:
                Structure(Structures.LocalTime, time.Nanoseconds);
                break;
            case BoltTime time:
                Structure(Structures.Time, time.Nanoseconds, time.OffsetSeconds);
                break;
            case BoltLocalDateTime moment:
                Structure(Structures.LocalDateTime, moment.Seconds, moment.Nanoseconds);
                break;
            case BoltOffsetDateTime moment:
                Structure(Structures.OffsetDateTime, moment.Seconds, moment.Nanoseconds, moment.OffsetSeconds);
                break;
            case BoltZonedDateTime moment:
                Begin(Structures.ZonedDateTime, 3);
                Integer(moment.Seconds);
                Integer(moment.Nanoseconds);
                Text(moment.Zone);
                break;
            case BoltDuration length:
                Structure(Structures.Duration, length.Months, length.Days, length.Seconds, length.Nanoseconds);
                break;
            default:
                throw new ArgumentException($"A parameter is a {value.GetType().Name}, which has no form that Neo4j would read.");
        }
    }

    private void Structure(byte tag, params ReadOnlySpan<long> fields)
    {
        Begin(tag, fields.Length);
        foreach (var field in fields)
            Integer(field);
    }

    private void Begin(byte tag, int fields)
    {
        Byte(unchecked((byte)(Marker.TinyStructure | fields)));
        Byte(tag);
    }

    private void Bytes(ReadOnlySpan<byte> bytes, bool isCounted = true)
    {
        if (isCounted)
            Header(bytes.Length, null, Marker.Bytes8);
        while (bytes.Length > 0)
        {
            if (_end - _chunk - 2 == MaxChunk)
            {
                EndChunk();
                BeginChunk();
            }
            var part = Math.Min(bytes.Length, MaxChunk - (_end - _chunk - 2));
            bytes[..part].CopyTo(Reserve(part));
            _end += part;
            bytes = bytes[part..];
        }
    }

    private void Byte(byte value) => Bytes([value], isCounted: false);

    /// <param name="tiny">The marker that holds a size below 16; null where there is none.</param>
    /// <param name="wide">The marker before a size of one byte; those before two and four bytes follow it.</param>
    private void Header(int size, byte? tiny, byte wide)
    {
        Span<byte> packed = stackalloc byte[5];
        BinaryPrimitives.WriteInt32BigEndian(packed[1..], size);
        var (marker, width) = size switch
        {
            < 16 when tiny is { } small => (small | size, 0),
            <= byte.MaxValue => (wide, 1),
            <= ushort.MaxValue => (wide + 1, 2),
            _ => (wide + 2, 4),
        };
        packed[4 - width] = (byte)marker;
        Bytes(packed[(4 - width)..], isCounted: false);
    }

    private static int Size(string text)
    {
        try
        {
            return Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("A text of a parameter holds half a surrogate pair, which has no form in UTF-8.", e);
        }
    }

    private void BeginChunk()
    {
        _chunk = _end;
        Reserve(2);
        _end += 2;
    }

    private void EndChunk() => BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(_chunk), (ushort)(_end - _chunk - 2));

    private Span<byte> Reserve(int size)
    {
        if (_buffer.Length - _end < size)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + size));
        return _buffer.AsSpan(_end, size);
    }
}
