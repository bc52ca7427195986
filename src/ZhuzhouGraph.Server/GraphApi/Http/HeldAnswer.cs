using System.Buffers;
using System.IO.Pipelines;

namespace ZhuzhouGraph.Server.GraphApi.Http;

/// <summary>Holds an answer back until it is whole, or until it is longer than a bound; from then on it is sent as it is made.</summary>
/// <param name="bound">In bytes.</param>
internal sealed class HeldAnswer(HttpResponse response, int bound) : PipeWriter
{
    private ArrayBufferWriter<byte>? _held = new();

    /// <summary>The answer, of which nothing was sent; null where it was too long.</summary>
    public ReadOnlyMemory<byte>? Whole => _held?.WrittenMemory;

    // The response's own writer is touched only when something is sent: touching it starts the compression.
    private IBufferWriter<byte> Current => _held is null ? response.BodyWriter : _held;

    public override void Advance(int bytes) => Current.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => Current.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Current.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_held is { } held)
        {
            if (held.WrittenCount <= bound)
                return default;
            response.BodyWriter.Write(held.WrittenSpan);
            _held = null;
        }
        return response.BodyWriter.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => response.BodyWriter.CancelPendingFlush();

    /// <summary>Does nothing: the end of a response is the server's to say.</summary>
    public override void Complete(Exception? exception = null) { }
}
