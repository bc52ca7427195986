using System.Security.Cryptography;
using System.Text;
using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Testing;

/// <summary>
/// A Neo4j server that runs already. Its tests are skipped by name where none is named, and fail where everything is required. Test
/// projects run at once and the Community edition has one database, so each takes one of the servers that are named, the first that is
/// free, and keeps it to itself until its tests are over. A server may be named by two addresses with a comma between, of Bolt and of HTTP:
/// by the first stores are opened, and tests that mean one way in particular take the address of that.
/// </summary>
public sealed class Neo4jServer : IAsyncLifetime
{
    private const string Reason = "needs a Neo4j server: ZHUZHOU_NEO4J_URI";

    private readonly string[] _named = Variable("URI")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
    private string? _uri;
    private FileStream? _turn;

    /// <summary>How to reach the server, by the address that was named first.</summary>
    public Neo4jOptions Options => OptionsOf(_ => true, Reason);

    /// <summary>How to reach the server over its Query API.</summary>
    public Neo4jOptions Http => OptionsOf(address => address.StartsWith("http", StringComparison.Ordinal), Reason + ", by an http address");

    /// <summary>How to reach the server over Bolt.</summary>
    public Neo4jOptions Bolt => OptionsOf(address => address.StartsWith("bolt:", StringComparison.Ordinal), Reason + ", by a bolt address");

    private Neo4jOptions OptionsOf(Func<string, bool> isMeant, string reason)
    {
        var address = _uri?.Split(',').FirstOrDefault(isMeant);
        if (address is null && IsRequired)
            Assert.Fail(reason);
        Assert.SkipUnless(address is not null, reason);
        return new Neo4jOptions
        {
            Uri = new Uri(address!),
            User = Variable("USER") ?? "neo4j",
            Password = Variable("PASSWORD") ?? "neo4j",
            Database = Variable("DATABASE") ?? "neo4j",
            AllowInsecure = true,
        };
    }

    /// <summary>True where a machine must have everything, as in CI.</summary>
    internal static bool IsRequired => Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1";

    public async ValueTask InitializeAsync()
    {
        for (var at = 0; _named.Length > 0 && _turn is null; at = (at + 1) % _named.Length)
        {
            _uri = _named[at];
            var name = $"zhuzhou-neo4j-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_uri)))[..12]}.lock";
            try
            {
                _turn = new FileStream(Path.Combine(Path.GetTempPath(), name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_turn is not null)
            await _turn.DisposeAsync();
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable("ZHUZHOU_NEO4J_" + name) is { Length: > 0 } value ? value : null;
}
