using System.Security.Cryptography.X509Certificates;

namespace ZhuzhouGraph.Bolt;

/// <param name="Password">Is never printed.</param>
public sealed record BoltCredentials(string User, string Password)
{
    public override string ToString() => User;
}

/// <summary>How servers are reached and how much of their answers is taken.</summary>
public sealed record BoltOptions
{
    public required BoltAddress Address { get; init; }

    /// <summary>Is asked for each new connection, so that a password may change while the program runs.</summary>
    public required Func<CancellationToken, ValueTask<BoltCredentials>> Credentials { get; init; }

    /// <summary>The authorities to trust in place of the machine's. Null for the machine's.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>Who asks, as servers list it: <c>Name/Version</c>.</summary>
    public string UserAgent { get; init; } = "ZhuzhouGraph/1.0";

    /// <value>The default is 100 connections to each server.</value>
    public int MaxConnections { get; init; } = 100;

    /// <summary>How long it may take until a connection is open and the user is known.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a server may take to end a statement that is no longer wanted; then the connection is closed.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan ResetTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection that was idle for longer is asked whether it still stands before it is used.</summary>
    /// <value>The default is 15 seconds.</value>
    public TimeSpan LivenessCheck { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A connection that is older is closed and not used again, so that names are looked up and certificates seen anew.</summary>
    /// <value>The default is an hour.</value>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long nothing is tried after a server refused the user; twice as long after the next time, up to <see cref="MaxRefusedPause"/>.
    /// Servers lock users out whose password is wrong a few times. Other credentials are tried at once.
    /// </summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan RefusedPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>The default is 5 minutes.</value>
    public TimeSpan MaxRefusedPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many records are asked for at once. The next ones are asked for when these were read.</summary>
    /// <value>The default is 1,000.</value>
    public int BatchSize { get; init; } = 1_000;

    /// <value>The default is 64 MB.</value>
    public int MaxMessageBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How large all records of one statement may be together. A statement that gives more is ended.</summary>
    /// <value>The default is 1 GB.</value>
    public long MaxAnswerBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>How deep lists and maps of an answer may lie in each other.</summary>
    /// <value>The default is 64.</value>
    public int MaxDepth { get; init; } = 64;
}
