using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>One server's connections: a request in, an <see cref="Answer"/> out, whatever happens on the way.</summary>
internal sealed class QueryHttp : IDisposable
{
    // The server closes what was idle for 30 s; a request must not meet that.
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client;
    private readonly Uri _address;

    public QueryHttp(Neo4jOptions options)
    {
        _address = new Uri(options.Uri, $"/db/{options.Database}/query/v2");
        _client = new HttpClient(Handler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}"));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        // Typed answers: plain ones round floats and forget which texts are dates.
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.neo4j.query"));
    }

    /// <summary>
    /// Sends a statement and reads the whole answer. <paramref name="abandon"/> drops the connection, which does not end the statement.
    /// </summary>
    public async Task<Answer> SendAsync(StatementContent content, CancellationToken abandon)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address)
            {
                Content = content,
                Version = HttpVersion.Version11,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, abandon);
            return await ReadAsync(response, abandon);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return Answer.Lost(e, content.WasSent);
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken abandon)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(abandon);
            return Answer.Of(response.StatusCode, await JsonDocument.ParseAsync(body, default, abandon));
        }
        catch (JsonException e)
        {
            return response.IsSuccessStatusCode ? Answer.Lost(e, wasSent: true) : Answer.Foreign(response.StatusCode);
        }
    }

    private static SocketsHttpHandler Handler(Neo4jOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionIdleTimeout = IdleTimeout,
            UseCookies = false,
            UseProxy = false,
            // The span of the statement says it all; Neo4j has no use for its id.
            ActivityHeadersPropagator = null,
        };
        if (options.CertificateAuthority is { } file)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPemFile(file);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }
        return handler;
    }
}
