using ZhuzhouGraph.Bolt.PackStream;

namespace ZhuzhouGraph.Bolt;

/// <summary>What a client may send, by tag.</summary>
internal static class Request
{
    public const byte Hello = 0x01,
        Goodbye = 0x02,
        Reset = 0x0F,
        Run = 0x10,
        Begin = 0x11,
        Commit = 0x12,
        Rollback = 0x13,
        Pull = 0x3F,
        Route = 0x66,
        Logon = 0x6A;
}

/// <summary>What a server may answer.</summary>
internal enum ResponseKind
{
    Success = 0x70,
    Record = 0x71,
    Ignored = 0x7E,
    Failure = 0x7F,
}

/// <summary>One message of a server, which was looked at. It lies in the connection's buffer until the next one is read.</summary>
internal readonly struct Response
{
    private readonly byte[] _bytes;
    private readonly int _body;

    private Response(byte[] bytes, int body, int size, ResponseKind kind) => (_bytes, _body, Size, Kind) = (bytes, body, size, kind);

    public ResponseKind Kind { get; }

    public int Size { get; }

    /// <summary>Of a success or a failure.</summary>
    public BoltMap Metadata => new(_bytes, _body);

    public BoltRecord Record => new(_bytes, _body);

    /// <exception cref="BoltProtocolException">It is no message of a server.</exception>
    public static Response Of(ArraySegment<byte> message, int maxDepth)
    {
        var (bytes, at, end) = (message.Array!, message.Offset, message.Offset + message.Count);
        if (message.Count < 2)
            throw new BoltProtocolException("a message without a tag");
        var (marker, kind) = (bytes[at], (ResponseKind)bytes[at + 1]);
        var checker = new Checker(bytes.AsSpan(0, end), maxDepth);
        at += 2;
        var reached = (marker, kind) switch
        {
            (Marker.TinyStructure | 1, ResponseKind.Success or ResponseKind.Failure) => checker.Map(at),
            (Marker.TinyStructure | 1, ResponseKind.Record) => checker.List(at),
            (Marker.TinyStructure, ResponseKind.Ignored) => at,
            _ => throw new BoltProtocolException($"a message {marker:X2} {(int)kind:X2}, which is none of a server's"),
        };
        return reached == end ? new(bytes, at, message.Count, kind) : throw new BoltProtocolException("a message with more than one value");
    }

    /// <summary>The failure that this is. Its fields have had other names since 5.7.</summary>
    public BoltServerException Failure() =>
        new(
            Metadata.Text("code") ?? Metadata.Text("neo4j_code") ?? "Neo.DatabaseError.General.UnknownError",
            Metadata.Text("message") ?? Metadata.Text("description") ?? ""
        );
}
