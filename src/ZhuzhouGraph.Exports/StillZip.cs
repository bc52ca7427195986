using System.Buffers.Binary;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// A zip whose entries are all of 1 January 1980, so that equal content is equal bytes: what makes a zip inside of a library takes the
/// clock's time. Each header of an entry is one write that begins with its signature; a test holds it.
/// </summary>
internal sealed class StillZip(Stream output) : Stream
{
    private const uint LocalHeader = 0x04034b50,
        DirectoryHeader = 0x02014b50;

    /// <summary>Midnight of 1 January 1980, as zips write it: the time, then the date.</summary>
    private static ReadOnlySpan<byte> Beginning => [0, 0, 0x21, 0];

    private long _position;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _position += buffer.Length;
        if (Offset(buffer) is not { } at)
        {
            output.Write(buffer);
            return;
        }
        var header = buffer.ToArray();
        Beginning.CopyTo(header.AsSpan(at));
        output.Write(header);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _position += buffer.Length;
        if (Offset(buffer.Span) is not { } at)
        {
            await output.WriteAsync(buffer, cancellationToken);
            return;
        }
        var header = buffer.ToArray();
        Beginning.CopyTo(header.AsSpan(at));
        await output.WriteAsync(header, cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => output.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Where the time stands, if the bytes are the header of an entry.</summary>
    private static int? Offset(ReadOnlySpan<byte> buffer) =>
        buffer.Length < 30
            ? null
            : BinaryPrimitives.ReadUInt32LittleEndian(buffer) switch
            {
                LocalHeader => 10,
                DirectoryHeader when buffer.Length >= 46 => 12,
                _ => null,
            };
}
