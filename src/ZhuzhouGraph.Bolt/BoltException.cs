namespace ZhuzhouGraph.Bolt;

/// <summary>Something between this program and a server went wrong.</summary>
public abstract class BoltException(string message, Exception? innerException) : Exception(message, innerException)
{
    /// <summary>True where a write may have taken place although there is no success.</summary>
    public abstract bool IsOutcomeUnknown { get; }
}

/// <summary>The server refused or gave up, and said why.</summary>
/// <param name="code">Neo4j's code, such as <c>Neo.TransientError.Transaction.DeadlockDetected</c>.</param>
/// <param name="message">The server's words.</param>
public sealed class BoltServerException(string code, string message) : BoltException($"{code}: {message}", null)
{
    public string Code { get; } = code;

    /// <summary>The server's words without the code.</summary>
    public string Reason { get; } = message;

    public BoltFailure Failure { get; } = BoltFailures.Of(code);

    /// <summary>The commit itself failed, or something that has no name did.</summary>
    public override bool IsOutcomeUnknown =>
        Code.StartsWith("Neo.DatabaseError.Transaction.", StringComparison.Ordinal)
        || Code.StartsWith("Neo.DatabaseError.General.", StringComparison.Ordinal);
}

/// <summary>The records of a statement are more than <see cref="BoltOptions.MaxAnswerBytes"/>. It was ended, and changed nothing.</summary>
public sealed class BoltAnswerTooLargeException(long allowed)
    : BoltException($"The records of the statement take more than {allowed} bytes. Ask for less.", null)
{
    public override bool IsOutcomeUnknown => false;
}

/// <summary>There is no connection, or it broke.</summary>
public class BoltConnectionException(BoltFault fault, string message, Exception? innerException = null)
    : BoltException(message, innerException)
{
    public BoltFault Fault { get; } = fault;

    /// <summary>False where the server cannot have seen the statement.</summary>
    public bool WasSent { get; internal set; }

    public override bool IsOutcomeUnknown => WasSent;
}

/// <summary>What answers does not keep to the protocol, or to the bounds that this client sets. The connection is closed.</summary>
/// <param name="what">What was sent: <c>a text that is not UTF-8</c>.</param>
public sealed class BoltProtocolException(string what) : BoltConnectionException(BoltFault.Protocol, $"The server sent {what}.");

/// <summary>Why there is no connection.</summary>
public enum BoltFault
{
    /// <summary>Nobody listens there, or nobody can be reached.</summary>
    Unreachable,

    /// <summary>The network does not know the host's name.</summary>
    UnknownHost,

    /// <summary>No secure connection could be made: no TLS there, or a certificate that is not trusted.</summary>
    Insecure,

    /// <summary>What answers is no Bolt server of a version that is spoken here.</summary>
    NotBolt,

    /// <summary>What answers breaks the protocol.</summary>
    Protocol,

    /// <summary>The connection broke.</summary>
    Broken,

    /// <summary>The server was silent for longer than it may be.</summary>
    Silent,
}
