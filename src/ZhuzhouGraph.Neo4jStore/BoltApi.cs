using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using ZhuzhouGraph.Bolt;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>The way over Bolt: a statement has a connection to itself, on which it is ended, too.</summary>
internal sealed class BoltApi : CypherClient
{
    private readonly BoltClient _client;
    private readonly ConcurrentDictionary<(string Summary, bool IsWrite), BoltAccess> _accesses = new();

    /// <summary>What a statement must see when a cluster may answer it by another server; null where there is one server.</summary>
    private readonly Bookmarks? _bookmarks;

    public BoltApi(Neo4jOptions options, TimeProvider time)
        : base(options, time)
    {
        var address = BoltAddress.Parse(options.Uri)!;
        _client = new BoltClient(
            new BoltOptions
            {
                Address = address,
                Credentials = _ => ValueTask.FromResult(new BoltCredentials(options.User, options.CurrentPassword())),
                Authorities = AuthoritiesIn(options.CertificateAuthority),
                MaxConnections = options.MaxConcurrency,
            },
            time
        );
        _bookmarks = address.IsRouted ? new Bookmarks() : null;
    }

    protected override async Task<Asked<T>> AskAsync<T>(Cypher statement, bool isWrite, Func<CypherRow, T> read, CancellationToken end)
    {
        var access = _accesses.GetOrAdd((statement.Summary, isWrite), AccessOf);
        if (_bookmarks is not null)
            access = access with { Bookmarks = _bookmarks.Known };
        Exception? unreadable = null;
        try
        {
            var rows = new List<T>();
            await using var cursor = await _client.RunAsync(new(statement.Text, statement.Parameters), access, end);
            while (await cursor.ReadAsync())
            {
                // A statement takes place when its rows were read to the end, whatever is made of them.
                if (unreadable is null)
                    unreadable = TryRead(read, cursor.Current, rows);
            }
            _bookmarks?.Follow(access.Bookmarks, cursor.Summary?.Bookmark);
            return unreadable is null ? new(Answer.Whole, rows) : throw Unreadable(unreadable);
        }
        catch (BoltServerException e)
        {
            return new(Answer.Failed(e.Code, e.Reason), null);
        }
        catch (BoltConnectionException e)
        {
            return new(Answer.Lost(e, e.WasSent), null);
        }
        catch (BoltAnswerTooLargeException e)
        {
            throw new GraphStoreException($"What was asked for is too much for one answer. {e.Message}", isTransient: false, e);
        }
    }

    /// <summary>What <c>SHOW TRANSACTIONS</c> tells of a statement is what telemetry calls it: there are few of these.</summary>
    private BoltAccess AccessOf((string Summary, bool IsWrite) statement) =>
        new()
        {
            Database = Options.Database,
            IsRead = !statement.IsWrite,
            Metadata = new Dictionary<string, object?> { ["app"] = "ZhuzhouGraph", ["statement"] = statement.Summary },
        };

    protected override ValueTask CloseAsync() => _client.DisposeAsync();

    private static Exception? TryRead<T>(Func<CypherRow, T> read, BoltRecord record, List<T> rows)
    {
        try
        {
            rows.Add(read(new CypherRow(record)));
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static X509Certificate2Collection? AuthoritiesIn(string? file)
    {
        if (file is null)
            return null;
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        return authorities;
    }

    /// <summary>
    /// What the statements of this program have led to. A statement that was given some of these and led to another stands for them; those
    /// that came meanwhile stay beside it.
    /// </summary>
    private sealed class Bookmarks
    {
        private readonly Lock _lock = new();
        private string[] _known = [];

        public IReadOnlyList<string> Known => Volatile.Read(ref _known);

        public void Follow(IReadOnlyList<string> given, string? bookmark)
        {
            if (bookmark is null)
                return;
            lock (_lock)
                _known = [.. _known.Except(given).Append(bookmark).Distinct()];
        }
    }
}
