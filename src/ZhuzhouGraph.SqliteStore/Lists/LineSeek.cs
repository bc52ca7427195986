namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>
/// Seeks the newest observation of each line that a way leads to, in the way's index of lines: from one line to the next, so that what
/// is found costs what it holds and not what stands on the lines.
/// </summary>
internal static class LineSeek
{
    /// <summary>The newest first: of those of one line as the indexes of lines have them, backwards.</summary>
    public static readonly string Newest = $"{Selections.EndOf("t")} DESC, t.sort DESC, {Selections.SaysMore("t")} DESC, t.id DESC";

    /// <summary>What stands; the indexes of lines hold nothing else.</summary>
    public const string Standing = "t.removed_at IS NULL";

    /// <param name="ofLine">Conditions that all observations of a line fit, or none.</param>
    /// <param name="others">Conditions that one of a line fits and another does not.</param>
    public static string Rows(Way way, string parent, IReadOnlyList<string> ofLine, IReadOnlyList<string> others)
    {
        var (index, columns) = way.Lines!;
        var lines =
            $"WITH RECURSIVE line(row) AS (SELECT ({First([])}) UNION ALL"
            // Without an affinity of their own, so that the index is entered at all of them at once.
            + $" SELECT ({First([$"({Of("t")}) < ({Of("+o")})"])}) FROM line CROSS JOIN observation o ON o.row = line.row)";
        var fitting = $"FROM line CROSS JOIN observation t ON t.row = line.row{string.Concat(ofLine.Select(holds => $" AND {holds}"))}";
        return others.Count == 0
            ? $"SELECT row FROM ({lines} SELECT t.row AS row {fitting})"
            : $"SELECT row FROM ({lines} SELECT ({First([$"({Of("t")}) = ({Of("l")})", .. others])}) AS row"
                + $" FROM (SELECT {Of("t")} {fitting}) l)";

        string First(IEnumerable<string> conditions)
        {
            string?[] all = [$"{way.Parent} = {parent}", way.Condition, Standing, .. conditions];
            // Without statistics SQLite would rather take another index for a condition on days, and sort.
            return $"SELECT t.row FROM {way.From} INDEXED BY {index} WHERE "
                + $"{string.Join(" AND ", all.Where(condition => condition is not null))}"
                + $" ORDER BY {string.Join(", ", columns.Select(column => $"t.{column} DESC"))}, {Newest} LIMIT 1";
        }

        string Of(string row) => string.Join(", ", columns.Select(column => $"{row}.{column}"));
    }
}
