using System.Net;
using System.Net.Http.Headers;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>A request's body that knows whether it has begun to leave: before that, the server cannot have seen the statement.</summary>
internal sealed class StatementContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;
    private volatile bool _wasSent;

    public StatementContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool WasSent => _wasSent;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _wasSent = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
