using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace ZhuzhouGraph.SqliteStore.Verifying;

/// <summary>
/// What the rows of each table add up to: see <see cref="RowDigest"/>. SQLite tells of each row before it changes, so the sums are moved by
/// what a transaction wrote and stored with it, in the table <c>digest</c>. Whatever changes the file by another way leaves them behind.
/// </summary>
internal sealed unsafe class Digests : IDisposable
{
    /// <summary>Where they are kept, the one table that they say nothing of.</summary>
    public const string Table = "digest";

    private readonly Dictionary<string, long> _moved = new(StringComparer.Ordinal);
    private readonly sqlite3 _connection;
    private GCHandle _self;

    /// <summary>Follows what that connection writes.</summary>
    public Digests(sqlite3 connection)
    {
        _connection = connection;
        _self = GCHandle.Alloc(this);
        Native.SetPreupdateHook(connection.DangerousGetHandle(), &BeforeChange, GCHandle.ToIntPtr(_self));
    }

    /// <summary>Forgets what was written since the last transaction.</summary>
    public void Reset() => _moved.Clear();

    /// <summary>Moves the stored sums by what this transaction has written.</summary>
    public void Save(Session session, CancellationToken cancellationToken)
    {
        Flush(session, cancellationToken);
        // The rows of the sums themselves are told, too.
        var moved = _moved.Where(sum => sum.Value != 0 && sum.Key != Table).ToList();
        var kept = Kept(session, cancellationToken);
        foreach (var (table, difference) in moved)
            session.Execute(
                "UPDATE digest SET sum = $2 WHERE name = $1",
                cancellationToken,
                table,
                unchecked(kept.GetValueOrDefault(table) + difference)
            );
        Reset();
    }

    /// <summary>Works the sums of all tables out anew, of a file whose tables were just made.</summary>
    public void Renew(Session session, CancellationToken cancellationToken)
    {
        Flush(session, cancellationToken);
        session.Execute("DELETE FROM digest", cancellationToken);
        foreach (var table in Tables(session, cancellationToken))
            session.Execute("INSERT INTO digest VALUES ($1, $2)", cancellationToken, table, SumOf(session, table, cancellationToken));
        Reset();
    }

    /// <summary>The sums as they are stored.</summary>
    public static Dictionary<string, long> Kept(Session session, CancellationToken cancellationToken) =>
        session
            .Query("SELECT name, sum FROM digest", [], row => (row.GetString(0), row.GetInt64(1)), cancellationToken)
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The tables with rows of their own, those in which the search tables keep theirs included.</summary>
    public static List<string> Tables(Session session, CancellationToken cancellationToken) =>
        session.Query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name <> $1 ORDER BY name",
            [Table],
            row => row.GetString(0),
            cancellationToken
        );

    /// <summary>What the rows of a table add up to now.</summary>
    public static long SumOf(Session session, string table, CancellationToken cancellationToken)
    {
        var sum = 0L;
        session.Query(
            $"SELECT * FROM \"{table}\" NOT INDEXED",
            [],
            row =>
            {
                var (digest, statement) = (new RowDigest(), row.Handle!.DangerousGetHandle());
                for (var column = 0; column < row.FieldCount; column++)
                    Add(ref digest, Native.ColumnOf(statement, column));
                sum = unchecked(sum + digest.Value);
                return 0;
            },
            cancellationToken
        );
        return sum;
    }

    /// <summary>Lets the search tables write what they hold back until a transaction ends or a savepoint begins.</summary>
    private static void Flush(Session session, CancellationToken cancellationToken)
    {
        session.Execute("SAVEPOINT written", cancellationToken);
        session.Execute("RELEASE written", cancellationToken);
    }

    public void Dispose()
    {
        if (!_self.IsAllocated)
            return;
        Native.SetPreupdateHook(_connection.DangerousGetHandle(), null, 0);
        _self.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void BeforeChange(nint context, nint database, int kind, byte* name, byte* table, long oldKey, long newKey)
    {
        var digests = (Digests)GCHandle.FromIntPtr(context).Target!;
        var moved = 0L;
        var columns = Native.PreupdateCount(database);
        if (kind is raw.SQLITE_DELETE or raw.SQLITE_UPDATE)
            moved = unchecked(-Of(database, columns, &Native.PreupdateOld));
        if (kind is raw.SQLITE_INSERT or raw.SQLITE_UPDATE)
            moved = unchecked(moved + Of(database, columns, &Native.PreupdateNew));
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            digests._moved,
            Repeated.Text(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(table)),
            out _
        );
        sum = unchecked(sum + moved);
    }

    private static long Of(nint database, int columns, delegate* <nint, int, out nint, int> value)
    {
        var digest = new RowDigest();
        for (var column = 0; column < columns; column++)
        {
            // It cannot fail for a column that is there; a sum that does not fit would be told by the next verification.
            value(database, column, out var found);
            Add(ref digest, found);
        }
        return digest.Value;
    }

    private static void Add(ref RowDigest digest, nint value)
    {
        var kind = Native.KindOf(value);
        switch (kind)
        {
            case raw.SQLITE_INTEGER:
                digest.Add(kind, Native.NumberOf(value));
                break;
            case raw.SQLITE_FLOAT:
                digest.Add(kind, BitConverter.DoubleToInt64Bits(Native.FloatOf(value)));
                break;
            case raw.SQLITE_NULL:
                digest.Add(kind, 0);
                break;
            default:
                // The bytes before their length, which might otherwise turn them into another encoding.
                var bytes = Native.BytesOf(value);
                digest.Add(kind, new ReadOnlySpan<byte>(bytes, Native.LengthOf(value)));
                break;
        }
    }
}
