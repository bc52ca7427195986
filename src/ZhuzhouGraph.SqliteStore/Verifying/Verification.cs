using System.Text.Json;

namespace ZhuzhouGraph.SqliteStore.Verifying;

/// <summary>
/// Looks for damage in a file, in one read transaction; a server may go on writing. Every line says what is wrong and where.
/// </summary>
internal sealed class Verification(Session session, CancellationToken cancellationToken)
{
    /// <summary>How many lines one look gives at most: a file that is ruined has one for every row.</summary>
    private const int Most = 100;

    private readonly List<string> _found = [];

    /// <summary>
    /// The checksums alone, which show every row that is not as it was written; <see cref="Indexes"/> are looked through beside the reads.
    /// </summary>
    public IReadOnlyList<string> Quick()
    {
        InOneTransaction(Look(Schema, Sums));
        return _found;
    }

    /// <summary>The pages, and each index against its table, which take several times as long.</summary>
    public IReadOnlyList<string> Indexes()
    {
        InOneTransaction(Look(Pages));
        return _found;
    }

    /// <summary>Everything: the pages, the indexes, what refers to what, the checksums, and whether each record can be read.</summary>
    public IReadOnlyList<string> Full()
    {
        InOneTransaction(Look(Schema, Pages, ForeignKeys, Sums, Records));
        return _found;
    }

    private static Action[] Look(params Action[] looks) => looks;

    private void InOneTransaction(Action[] looks)
    {
        session.Execute("BEGIN", cancellationToken);
        try
        {
            foreach (var look in looks)
                Try(look);
        }
        finally
        {
            session.Rollback();
        }
    }

    /// <summary>What cannot even be looked at is damage as well, and the other looks go on.</summary>
    private void Try(Action look)
    {
        try
        {
            look();
        }
        catch (GraphStoreException e) when (!e.IsTransient)
        {
            _found.Add(e.Message);
        }
    }

    /// <summary>The declarations, which say how every row is read.</summary>
    private void Schema()
    {
        using var empty = new Session("Data Source=:memory:");
        empty.Script(StoreSchema.Resource("Schema.sql"));
        var (found, wanted) = (Declared(session), Declared(empty));
        foreach (var name in wanted.Keys.Union(found.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (found.GetValueOrDefault(name) != wanted.GetValueOrDefault(name))
                _found.Add($"{name}: it is not declared as this program declares it");
        }

        Dictionary<string, string> Declared(Session of) =>
            of.Query(
                    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'",
                    [],
                    row =>
                        (
                            Name: $"{row.GetString(0)} {row.GetString(1)}",
                            // A table that was renamed, there and back, has its name in quotes.
                            Text: $"{row.GetString(2)} {(row.IsDBNull(3) ? "" : row.GetString(3))}".Replace(
                                "\"",
                                "",
                                StringComparison.Ordinal
                            )
                        ),
                    cancellationToken
                )
                .ToDictionary(x => x.Name, x => x.Text, StringComparer.Ordinal);
    }

    private void Pages() =>
        _found.AddRange(
            session
                .Query($"PRAGMA integrity_check({Most})", [], row => row.GetString(0), cancellationToken)
                .Where(line => line != "ok")
                .Select(line => $"pages: {line.ReplaceLineEndings(" ")}")
        );

    private void ForeignKeys() =>
        _found.AddRange(
            session
                .Query("PRAGMA foreign_key_check", [], row => (Table: row.GetString(0), Of: row.GetString(2)), cancellationToken)
                .CountBy(row => row)
                .Select(row => $"table {row.Key.Table}: {row.Value} rows refer to a row of {row.Key.Of} that is not there")
        );

    private void Sums()
    {
        var kept = Digests.Kept(session, cancellationToken);
        var tables = Digests.Tables(session, cancellationToken);
        foreach (var table in tables.Union(kept.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Try(() =>
            {
                if (!tables.Contains(table, StringComparer.Ordinal))
                    _found.Add($"table {table}: it is not there, and a checksum of it is");
                else if (!kept.TryGetValue(table, out var sum))
                    _found.Add($"table {table}: it has no checksum");
                else if (sum != Digests.SumOf(session, table, cancellationToken))
                    _found.Add($"table {table}: its rows are not those that were written; their checksum is another");
            });
    }

    /// <summary>Which records cannot be read, by their ids.</summary>
    private void Records()
    {
        Read<Entity>("entity", "id");
        Read<Article>("article", "id");
        Read<Relationship>("relationship", "id");
        Read<Relationship>("statement", "relationship");
        Read<Observation>("observation", "id");
        Read<Citation>("citation", "subject");
    }

    private void Read<T>(string table, string id) =>
        Try(() =>
            _found.AddRange(
                session
                    .Query($"SELECT {id}, json FROM {table} NOT INDEXED", [], row => Unreadable<T>(table, row), cancellationToken)
                    .OfType<string>()
                    .Take(Most)
            )
        );

    private static string? Unreadable<T>(string table, Microsoft.Data.Sqlite.SqliteDataReader row)
    {
        try
        {
            Rows.Record<T>(row, 1);
            return null;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
        {
            return $"table {table}: the record of {row.GetValue(0)} cannot be read: {e.Message.ReplaceLineEndings(" ")}";
        }
    }
}
