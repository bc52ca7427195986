using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>The columns of each listed table, and how they become records.</summary>
internal static class Rows
{
    public const string EntityColumns = "t.json, t.uncited";
    public const string RelationshipColumns = "t.json, NULL";
    public const string ObservationColumns = "t.json, t.recorded_at, t.removed_at";
    public const string ArticleColumns = "t.json, t.text";
    public const string CitationColumns = "t.json, NULL";
    public const string BriefEntityColumns = "t.id, t.type, t.kind, t.name, t.name_english";
    public const string BriefRelationshipColumns = "t.id, t.type, t.from_id, t.to_id, t.status";
    public const string BriefArticleColumns = "t.id, t.name, t.sort";

    /// <summary>When an entity or an article was removed, as the log has it; null while it is listed.</summary>
    public const string RemovedAt =
        "CASE WHEN t.is_removed THEN (SELECT v.recorded_at FROM change c JOIN version v ON v.number = c.version"
        + " WHERE c.id = t.id AND c.kind = 'Removed' ORDER BY c.version DESC LIMIT 1) END";

    /// <summary>The record in a column of canonical JSON, read where SQLite holds it.</summary>
    public static T Record<T>(SqliteDataReader row, int column) => CanonicalJson.Read<T>(raw.sqlite3_column_blob(row.Handle, column));

    /// <summary>An id that other rows have as well.</summary>
    public static string Id(SqliteDataReader row, int column) => Repeated.Text(raw.sqlite3_column_blob(row.Handle, column));

    public static Address Address(SqliteDataReader row, int column) =>
        ZhuzhouGraph.Address.Parse(row.GetString(column)) ?? throw new FormatException($"'{row.GetString(column)}' is no address.");

    /// <summary>A name that no article prints at present is served as editorial.</summary>
    public static Entity Entity(SqliteDataReader row, int column)
    {
        var entity = Record<Entity>(row, column);
        if (row.IsDBNull(column + 1))
            return entity;
        var uncited = Record<IReadOnlyCollection<string>>(row, column + 1);
        return entity with { Names = [.. entity.Names.Select(name => IsUncited(name) ? name with { Basis = NameBasis.Editorial } : name)] };

        bool IsUncited(EntityName name) => name.Basis is NameBasis.Printed && uncited.Contains(name.Text);
    }

    public static Entity BriefEntity(SqliteDataReader row, int column) =>
        ZhuzhouGraph.Entity.InBrief(
            Id(row, column),
            EntityTypes.Find(Id(row, column + 1)) ?? throw Unknown(row, column + 1),
            row.IsDBNull(column + 2) ? null : Id(row, column + 2),
            row.GetString(column + 3),
            row.IsDBNull(column + 4) ? null : row.GetString(column + 4)
        );

    public static Relationship Relationship(SqliteDataReader row, int column) => Record<Relationship>(row, column);

    public static Relationship BriefRelationship(SqliteDataReader row, int column) =>
        new()
        {
            Id = row.GetString(column),
            Type = RelationshipTypes.Find(Id(row, column + 1)) ?? throw Unknown(row, column + 1),
            From = Id(row, column + 2),
            To = Id(row, column + 3),
            Status = Enum.TryParse<StatementStatus>(Id(row, column + 4), out var status) ? status : throw Unknown(row, column + 4),
            IsBrief = true,
        };

    private static FormatException Unknown(SqliteDataReader row, int column) =>
        new($"'{row.GetString(column)}' in {row.GetName(column)} is nothing that this program knows.");

    /// <param name="isBrief">Its JSON is read as a whole, for that is less than a column for each member.</param>
    public static Observation Observation(SqliteDataReader row, int column, bool isBrief) =>
        Record<Observation>(row, column) with
        {
            RecordedAt = Instant.FromUnixTimeTicks(row.GetInt64(column + 1)),
            RemovedAt = MomentOrNull(row, column + 2),
            IsBrief = isBrief,
        };

    public static Instant? MomentOrNull(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : Instant.FromUnixTimeTicks(row.GetInt64(column));

    /// <summary>A column of observations: their citations in print order, a line each, for JSON has no line breaks of its own.</summary>
    public const string ItsCitations =
        "(SELECT group_concat(json, char(10)) FROM (SELECT json FROM citation WHERE subject = t.id ORDER BY sort, words))";

    /// <summary>A row of observations with this column and the series, copied and not yet made into records.</summary>
    public static FigureRow Figure(SqliteDataReader row, int column)
    {
        var json = raw.sqlite3_column_blob(row.Handle, column);
        var citations = raw.sqlite3_column_blob(row.Handle, column + 3);
        var bytes = new byte[json.Length + citations.Length];
        json.CopyTo(bytes);
        citations.CopyTo(bytes.AsSpan(json.Length));
        return new(
            bytes,
            json.Length,
            raw.sqlite3_column_int64(row.Handle, column + 1),
            raw.sqlite3_column_type(row.Handle, column + 2) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(row.Handle, column + 2),
            Id(row, column + 4)
        );
    }

    public static Article Article(SqliteDataReader row, int column) =>
        Record<Article>(row, column) with
        {
            Text = row.IsDBNull(column + 1) ? null : row.GetString(column + 1),
        };

    public static Article BriefArticle(SqliteDataReader row, int column) =>
        ZhuzhouGraph.Article.InBrief(Id(row, column), row.GetString(column + 1), Day.Read(row.GetString(column + 2)));

    public static Citation Citation(SqliteDataReader row, int column) => Record<Citation>(row, column);

    public static Citation BriefCitation(SqliteDataReader row, int column) => Record<Citation>(row, column) with { IsBrief = true };
}

/// <summary>A figure and its citations as they are stored: JSON, and moments as ticks.</summary>
/// <param name="Length">Of the figure; a line for each citation follows.</param>
internal readonly record struct FigureRow(byte[] Bytes, int Length, long RecordedAt, long? RemovedAt, string Series)
{
    public CitedFigure Read()
    {
        var observation = CanonicalJson.Read<Observation>(Bytes.AsSpan(0, Length)) with
        {
            RecordedAt = Instant.FromUnixTimeTicks(RecordedAt),
            RemovedAt = RemovedAt is { } removed ? Instant.FromUnixTimeTicks(removed) : null,
        };
        var lines = Bytes.AsSpan(Length);
        if (lines.IndexOf((byte)'\n') < 0)
            return new(observation, lines.IsEmpty ? [] : [CanonicalJson.Read<Citation>(lines)]) { Series = Series };
        List<Citation> citations = [];
        foreach (var line in lines.Split((byte)'\n'))
            citations.Add(CanonicalJson.Read<Citation>(lines[line]));
        return new(observation, citations) { Series = Series };
    }
}
