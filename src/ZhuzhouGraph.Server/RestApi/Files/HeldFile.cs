using System.Buffers;

namespace ZhuzhouGraph.Server.RestApi.Files;

/// <summary>The client asked for the headers of a file alone, and they are known.</summary>
internal sealed class HeadersSufficeException : Exception;

/// <summary>
/// The body of a file: held back until it is whole, so that it gets a tag of its content and what goes wrong gets a status, or until it is
/// longer than a bound; from then on it is sent as it is made.
/// </summary>
/// <param name="bound">In bytes.</param>
/// <param name="begin">Sets the headers of what is sent as it is made.</param>
/// <param name="isHead">Whether the client wants no body.</param>
internal sealed class HeldFile(HttpResponse response, int bound, Action begin, bool isHead) : Stream
{
    private ArrayBufferWriter<byte>? _held = new();
    private bool _isEnded;

    /// <summary>The file, of which nothing was sent; null where it was too long.</summary>
    public ReadOnlyMemory<byte>? Whole => _held?.WrittenMemory;

    /// <summary>Forgets what was held, of which nothing was sent.</summary>
    public void Clear() => _held!.Clear();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // What a format writes while it is put away after its end.
        if (_isEnded)
            return;
        if (_held is null)
        {
            response.BodyWriter.Write(buffer);
            return;
        }
        _held.Write(buffer);
        if (_held.WrittenCount <= bound)
            return;
        begin();
        _isEnded = isHead;
        if (isHead)
            throw new HeadersSufficeException();
        response.BodyWriter.Write(_held.WrittenSpan);
        _held = null;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        await FlushAsync(cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Does nothing: what is written without waiting leaves with what is written next.</summary>
    public override void Flush() { }

    /// <summary>Waits while the client is slower than we are.</summary>
    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_held is null && !_isEnded)
            await response.BodyWriter.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
