using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace ZhuzhouGraph.Bolt;

internal sealed partial class BoltConnection
{
    /// <summary>Connects, agrees on a version and says who asks.</summary>
    /// <exception cref="BoltException">There is no connection, or the server refused the user.</exception>
    public static async Task<BoltConnection> OpenAsync(
        BoltServer server,
        BoltOptions options,
        BoltCredentials credentials,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        BoltConnection? connection = null;
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, end.Token);
            var stream = await SecuredAsync(new NetworkStream(socket, ownsSocket: true), server, options, end.Token);
            connection = new BoltConnection(socket, stream, server, options, time);
            // What takes too long is cut off: from here on everything reads and writes without a token.
            await using (end.Token.UnsafeRegister(static open => ((Socket)open!).Dispose(), socket))
            {
                connection.Version = await Handshake.AgreeAsync(stream, end.Token);
                await connection.GreetAsync(credentials);
            }
            end.Token.ThrowIfCancellationRequested();
            connection._wasSent = false;
            return connection;
        }
        catch (Exception e)
        {
            if (connection is not null)
                await connection.DisposeAsync();
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
                throw new BoltConnectionException(
                    BoltFault.Unreachable,
                    $"No connection was made within {options.ConnectTimeout.TotalSeconds} s.",
                    e
                );
            if (Refusal(e) is { } refusal)
                throw refusal;
            throw;
        }
    }

    private static BoltConnectionException? Refusal(Exception e) =>
        e switch
        {
            BoltConnectionException known => new(known.Fault, known.Message, known.InnerException),
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => new(
                BoltFault.UnknownHost,
                e.Message,
                e
            ),
            AuthenticationException => new(BoltFault.Insecure, e.GetBaseException().Message, e),
            EndOfStreamException => new(BoltFault.NotBolt, "What answers there closed the connection at the first word.", e),
            SocketException or IOException or ObjectDisposedException => new(BoltFault.Unreachable, e.GetBaseException().Message, e),
            _ => null,
        };

    private static async Task<Stream> SecuredAsync(
        NetworkStream plain,
        BoltServer server,
        BoltOptions options,
        CancellationToken cancellationToken
    )
    {
        if (options.Address.Security is BoltSecurity.None)
            return plain;
        var how = new SslClientAuthenticationOptions { TargetHost = server.Host };
        if (options.Address.Security is BoltSecurity.Unverified)
#pragma warning disable CA5359 // This is what +ssc means, and who writes it asked for it.
            how.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        else if (options.Authorities is { } authorities)
        {
            how.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            how.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }
        var secured = new SslStream(plain);
        try
        {
            await secured.AuthenticateAsClientAsync(how, cancellationToken);
            return secured;
        }
        catch (IOException e)
        {
            // Whoever does not know TLS closes, or answers something else.
            throw new AuthenticationException(e.Message, e);
        }
    }

    /// <summary>HELLO and LOGON in one flight; until 5.0 the credentials stand in the first.</summary>
    private async Task GreetAsync(BoltCredentials credentials)
    {
        var hasLogon = Version.Minor >= 1;
        Dictionary<string, object?> auth = new()
        {
            ["scheme"] = "basic",
            ["principal"] = credentials.User,
            ["credentials"] = credentials.Password,
        };
        Dictionary<string, object?> hello = new() { ["user_agent"] = _options.UserAgent };
        if (_options.Address.IsRouted)
            hello["routing"] = new Dictionary<string, object?> { ["address"] = _options.Address.Server.ToString() };
        // Hints for people cost the server an analysis, and nobody reads them here.
        if (Version.Minor >= 2)
            hello["notifications_minimum_severity"] = "OFF";
        if (Version.Minor >= 3)
            hello["bolt_agent"] = new Dictionary<string, object?>
            {
                ["product"] = "zhuzhougraph-bolt/1.0",
                ["language"] = ".NET/" + Environment.Version,
                ["platform"] = RuntimeInformation.OSArchitecture.ToString(),
            };
        if (!hasLogon)
            hello = hello.Concat(auth).ToDictionary();
        Out.BeginMessage(Request.Hello, 1);
        Out.Value(hello);
        Out.EndMessage();
        if (hasLogon)
        {
            Out.BeginMessage(Request.Logon, 1);
            Out.Value(auth);
            Out.EndMessage();
        }
        await SendAsync(hasLogon ? 2 : 1);
        Know((await SuccessAsync()).Metadata);
        if (hasLogon)
            await SuccessAsync();
    }

    private void Know(BoltMap greeting)
    {
        Agent = greeting.Text("server") ?? "";
        if (
            greeting.TryFind("hints", out var hints)
            && hints.Kind is BoltKind.Map
            && hints.AsMap().Number("connection.recv_timeout_seconds") is > 0 and <= int.MaxValue and var seconds
        )
        {
            _silenceAllowed = TimeSpan.FromSeconds(Math.Min(seconds, 86_400));
            _silence = _time.CreateTimer(
                _ => Break(BoltFault.Silent, $"The server was silent for {_silenceAllowed.TotalSeconds} s.", null),
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan
            );
        }
    }
}
