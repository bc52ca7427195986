using System.Buffers.Binary;

namespace ZhuzhouGraph.Bolt.PackStream;

/// <summary>
/// Puts messages together from the chunks in which they arrive, in one buffer that grows with what has arrived and never with what was
/// announced. A message that came in one chunk, as most do, is read where it lies.
/// </summary>
internal sealed class ChunkReader(int maxMessageBytes)
{
    private const int Usual = 16 * 1_024;

    /// <summary>Grown for a large message, the buffer is given back after it.</summary>
    private const int Kept = 1024 * 1024;

    private byte[] _buffer = new byte[Usual];

    /// <summary>Where the message begins that is put together, and how much of it is there.</summary>
    private int _start;
    private int _length;

    /// <summary>The first byte that was not looked at, and the end of those that arrived.</summary>
    private int _next;
    private int _end;

    /// <summary>How much of the chunk under way has not been looked at.</summary>
    private int _chunk;

    /// <summary>True where nothing of a message has arrived.</summary>
    public bool IsEmpty => _length == 0 && _chunk == 0 && _next == _end;

    /// <summary>Where to put what arrives next; <see cref="Arrived"/> says how much it was. What was taken is gone.</summary>
    public Memory<byte> Free()
    {
        if (_start == _end)
        {
            (_start, _next, _end) = (0, 0, 0);
            if (_buffer.Length > Kept)
                _buffer = new byte[Usual];
        }
        if (_end == _buffer.Length)
        {
            if (_start > 0)
            {
                Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
                (_start, _next, _end) = (0, _next - _start, _end - _start);
            }
            if (_end > _buffer.Length / 2)
                Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        return _buffer.AsMemory(_end);
    }

    public void Arrived(int bytes) => _end += bytes;

    /// <summary>Gives the next message if the whole of it has arrived. Empty chunks between messages say that the server lives.</summary>
    /// <param name="message">It lies there until <see cref="Free"/>.</param>
    /// <exception cref="BoltProtocolException">It is longer than allowed.</exception>
    public bool TryTake(out ArraySegment<byte> message)
    {
        while (true)
        {
            if (_chunk > 0)
            {
                var part = Math.Min(_chunk, _end - _next);
                if (_length > 0 && _next != _start + _length)
                    Buffer.BlockCopy(_buffer, _next, _buffer, _start + _length, part);
                (_length, _next, _chunk) = (_length + part, _next + part, _chunk - part);
            }
            if (_chunk > 0 || _end - _next < 2)
                break;
            _chunk = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_next));
            _next += 2;
            if (_length == 0)
                _start = _next;
            if (_chunk > maxMessageBytes - _length)
                throw new BoltProtocolException($"a message of more than {maxMessageBytes} bytes");
            if (_chunk == 0 && _length > 0)
            {
                message = new(_buffer, _start, _length);
                (_start, _length) = (_next, 0);
                return true;
            }
        }
        message = default;
        return false;
    }
}
