using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Migrations;

/// <summary>A store's file as a script of SQL, in which a change of the stored form can be read, and back.</summary>
public static class SqliteScript
{
    /// <summary>The recorded script of a schema version.</summary>
    public static string PathOf(int version) =>
        Path.Combine(
            RepositoryRoot.Path,
            "tests",
            "ZhuzhouGraph.Stores.Tests",
            "Migrations",
            string.Create(CultureInfo.InvariantCulture, $"sqlite-{version}.sql")
        );

    /// <summary>Makes the file that the script was written from.</summary>
    public static async Task MakeAsync(string script, string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var connection = Open(file);
        // One command each: errors of what follows a statement with rows are not told.
        foreach (var text in new[] { "PRAGMA journal_mode = WAL", "BEGIN;\n" + script + "COMMIT;" })
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A script of these tests.
            command.CommandText = text;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Writes a file as a script: its tables, then its rows in the order of their columns, then its indexes.</summary>
    /// <param name="withHistory">
    /// False leaves out the numbers of rows and of writes, what search reads by them, and the log: they say how things came, and when what
    /// is printed is read otherwise now, they would come otherwise.
    /// </param>
    public static string Of(string file, bool withHistory = true)
    {
        using var connection = Open(file);
        var script = new StringBuilder();
        foreach (var name in new[] { "application_id", "user_version" })
            script.Append(CultureInfo.InvariantCulture, $"PRAGMA {name} = {Rows(connection, $"PRAGMA {name}")[0][0]};\n");
        var schema = Rows(
            connection,
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY type "
                + "DESC, name"
        );
        foreach (var row in schema.Where(row => (string)row[0] == "table"))
            script.Append((string)row[2]).Append(";\n");
        foreach (var table in schema.Where(row => (string)row[0] == "table").Select(row => (string)row[1]))
        {
            var isSearch = table.EndsWith("_search", StringComparison.Ordinal);
            // Checksums follow from the rows, those of search tables among them.
            if (table == "digest" || (!withHistory && (isSearch || table is "version" or "change")))
                continue;
            var columns = isSearch ? " (rowid, code_points)" : "";
            foreach (var row in isSearch ? CodePoints(connection, table) : All(connection, table, withHistory))
                script.Append(
                    CultureInfo.InvariantCulture,
                    $"INSERT INTO {table}{columns} VALUES ({string.Join(", ", row.Select(Literal))});\n"
                );
        }
        foreach (var row in schema.Where(row => (string)row[0] == "index"))
            script.Append((string)row[2]).Append(";\n");
        return script.ToString();
    }

    private static List<object[]> All(SqliteConnection connection, string table, bool withHistory)
    {
        var columns = string.Join(
            ", ",
            Rows(connection, $"SELECT name FROM pragma_table_info('{table}')")
                .Select(row => (string)row[0])
                .Where(name => withHistory || name is not ("row" or "generation"))
        );
        return Rows(connection, $"SELECT {columns} FROM {table} ORDER BY {columns}");
    }

    /// <summary>What a search table indexes it does not keep, so it is worked out from the table beside it.</summary>
    private static List<object[]> CodePoints(SqliteConnection connection, string table) =>
        table == "name_search"
            ? [.. Rows(connection, "SELECT row, folded FROM name ORDER BY row").Select(row => Searched(row, (string)row[1]))]
            :
            [
                .. Rows(connection, "SELECT row, text FROM sentence ORDER BY row")
                    .Select(row => Searched(row, Folding.Fold((string)row[1]))),
            ];

    private static object[] Searched(object[] row, string folded) =>
        [row[0], string.Concat(folded.EnumerateRunes().Select(rune => string.Create(CultureInfo.InvariantCulture, $"{rune.Value:x} ")))];

    private static string Literal(object value) =>
        value switch
        {
            DBNull => "NULL",
            long number => number.ToString(CultureInfo.InvariantCulture),
            _ =>
                $"'{((string)value).Replace("'", "''", StringComparison.Ordinal).Replace("\n", "'||char(10)||'", StringComparison.Ordinal)}"
                    + $"'",
        };

    private static SqliteConnection Open(string file)
    {
        // The script has its tables in the order of their names, not of what refers to what.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Pooling = false,
                ForeignKeys = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    private static List<object[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
