using Microsoft.Data.Sqlite;
using NodaTime;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>The columns of each listed table, and how they become records.</summary>
internal static class Rows
{
    public const string EntityColumns = "t.json, t.uncited";
    public const string RelationshipColumns = "t.json, NULL";
    public const string ObservationColumns = "t.json, t.recorded_at, t.removed_at";
    public const string ArticleColumns = "t.json, t.text";
    public const string CitationColumns = "t.json, NULL";

    /// <summary>A name that no article prints at present is served as editorial.</summary>
    public static Entity Entity(SqliteDataReader row, int column)
    {
        var entity = CanonicalJson.Read<Entity>(row.GetString(column));
        if (row.IsDBNull(column + 1))
            return entity;
        var uncited = CanonicalJson.Read<IReadOnlyCollection<string>>(row.GetString(column + 1));
        return entity with { Names = [.. entity.Names.Select(name => IsUncited(name) ? name with { Basis = NameBasis.Editorial } : name)] };

        bool IsUncited(EntityName name) => name.Basis is NameBasis.Printed && uncited.Contains(name.Text);
    }

    public static Relationship Relationship(SqliteDataReader row, int column) => CanonicalJson.Read<Relationship>(row.GetString(column));

    public static Observation Observation(SqliteDataReader row, int column) => CanonicalJson.Read<Observation>(row.GetString(column)) with
    {
        RecordedAt = Instant.FromUnixTimeTicks(row.GetInt64(column + 1)),
        RemovedAt = row.IsDBNull(column + 2) ? null : Instant.FromUnixTimeTicks(row.GetInt64(column + 2)),
    };

    public static Article Article(SqliteDataReader row, int column) =>
        CanonicalJson.Read<Article>(row.GetString(column)) with { Text = row.IsDBNull(column + 1) ? null : row.GetString(column + 1) };

    public static Citation Citation(SqliteDataReader row, int column) => CanonicalJson.Read<Citation>(row.GetString(column));
}
