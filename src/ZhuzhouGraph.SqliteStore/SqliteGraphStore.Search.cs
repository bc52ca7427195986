using System.Globalization;
using System.Text;
using NodaTime;
using ZhuzhouGraph.SqliteStore.Lists;

namespace ZhuzhouGraph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    /// <summary>
    /// How many names that start with the text, how many that have its words, and how many sentences a search ranks: the first names by
    /// folded text, and the sentences of the last articles by id. Exact names are always among them.
    /// </summary>
    public const int SearchCandidates = 2_000;

    /// <summary>
    /// The text as the search tables index it: its code points in hexadecimal, so that no character is dropped or joined.
    /// </summary>
    internal static string CodePoints(string folded)
    {
        var points = new StringBuilder(folded.Length * 5);
        foreach (var rune in folded.EnumerateRunes())
            points.Append(CultureInfo.InvariantCulture, $"{rune.Value:x} ");
        return points.ToString();
    }

    /// <summary>The folded text as a phrase that the search tables look for.</summary>
    internal static string Phrase(string folded) => $"\"{CodePoints(folded).TrimEnd()}\"";

    public sealed partial class Snapshot
    {
        private async Task<Page<SearchHit>> SearchAsync(SearchQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            var text = Folding.Fold(query.Text);
            if (text.Length == 0)
                return Page<SearchHit>.Empty;
            var sql = new Sql();
            var ranked = Ranked(sql, text, query);
            var after = page.After is { } key ? $"WHERE (sort, owner) > ({sql.Add(key.Sort)}, {sql.Add(key.Id)})" : "";
            var rows = await RunAsync(
                $"{ranked} SELECT sort, owner, match, text, address, (SELECT COUNT(*) FROM named) > {SearchCandidates} OR (SELECT "
                    + $"COUNT(*) FROM said) > {SearchCandidates}"
                    + $" FROM ranked {after} ORDER BY sort, owner LIMIT {sql.Add(page.First + 1)}",
                sql.Values,
                row =>
                    (
                        Key: new SortKey(row.GetString(0), row.GetString(1)),
                        Item: new SearchHit(
                            row.GetString(1),
                            (SearchMatch)row.GetInt32(2),
                            row.GetString(3),
                            row.IsDBNull(4) ? null : Rows.Address(row, 4),
                            query.Text
                        ),
                        IsCapped: row.GetBoolean(5)
                    ),
                cancellationToken
            );
            return Paging.Of([.. rows.Select(row => (row.Key, row.Item))], page.First) with
            {
                IsCapped = rows.Count > 0 && rows[0].IsCapped,
            };
        }

        private async Task<long> CountHitsAsync(SearchQuery query, CancellationToken cancellationToken)
        {
            var text = Folding.Fold(query.Text);
            if (text.Length == 0)
                return 0;
            var sql = new Sql();
            var ranked = Ranked(sql, text, query);
            return (await RunAsync($"{ranked} SELECT COUNT(*) FROM ranked", sql.Values, row => row.GetInt64(0), cancellationToken))[0];
        }

        /// <summary>
        /// The best match of each owner with its sort key: the kind of match, then citations, most first. Among equal matches of one
        /// owner the first name, or the first sentence, is shown. Every match has all words.
        /// </summary>
        private static string Ranked(Sql sql, string text, SearchQuery query)
        {
            var q = sql.Add(text);
            var end = sql.Add(text + "\U0010FFFF");
            var phrases = sql.Add(string.Join(" AND ", Folding.WordsOf(query.Text).Select(Phrase)));
            var more = sql.Add(SearchCandidates + 1);
            var fits = Fits(sql, query.Scope);
            var inArticles = query.Types.Count == 0 || query.Types.Contains("Article", StringComparer.Ordinal) ? "1" : "0";
            if (query.Period is { } days)
                inArticles += $" AND {Published(sql, "x.article", days)}";
            if (query.PublishedBy is { } day)
                inArticles += $" AND {Published(sql, "x.article", new(null, day))}";
            return $"""
                WITH named (owner, text, place, address, match) AS MATERIALIZED (
                    SELECT owner, text, place, NULL,
                        CASE WHEN folded = {q} THEN {(int)SearchMatch.ExactName} WHEN folded > {q} AND folded < {end} THEN {(int)
                    SearchMatch.NamePrefix} ELSE {(int)SearchMatch.NamePart} END
                    FROM name WHERE row IN (
                        SELECT n.row FROM name n WHERE n.folded = {q} AND {fits}
                        UNION SELECT * FROM (SELECT n.row FROM name n WHERE n.folded > {q} AND n.folded < {end} AND {fits}
                            ORDER BY n.folded, n.owner, n.place LIMIT {more})
                        UNION SELECT * FROM (SELECT n.row FROM name_search s CROSS JOIN name n ON n.row = s.rowid
                            WHERE s.code_points MATCH {phrases} AND {fits} ORDER BY n.folded, n.owner, n.place LIMIT {more}))
                ), said (owner, text, place, address, match) AS MATERIALIZED (
                    SELECT x.article, x.text, x.place, x.address, {(int)SearchMatch.Sentence}
                    FROM sentence_search s CROSS JOIN sentence x ON x.row = s.rowid WHERE {inArticles} AND s.code_points MATCH {phrases}
                        ORDER BY x.article DESC, x.place LIMIT {more}
                ), best AS (
                    SELECT owner, text, address, match, MIN(match || ' ' || place) FROM (SELECT * FROM named UNION ALL SELECT *
                        FROM said) GROUP BY owner
                ), ranked AS (
                    SELECT printf('%d %010d', match, 9999999999 - COALESCE(
                        (SELECT citations FROM article WHERE id = owner), (SELECT citations FROM entity
                            WHERE id = owner))) AS sort, owner, match, text, address
                    FROM best
                )
                """;
        }

        /// <summary>The condition that a name n is looked at.</summary>
        private static string Fits(Sql sql, NameScope scope)
        {
            var fits = scope.Types.Count == 0 ? "1" : $"+n.type IN ({sql.AddAll(scope.Types)})";
            if (scope.Period is { } days)
                fits +=
                    $" AND (EXISTS (SELECT 1 FROM entity t WHERE t.id = n.owner AND {Conditions.Overlaps(days, sql)})"
                    + $" OR {Published(sql, "n.owner", days)})";
            if (scope.PublishedBy is { } day)
                fits += $" AND ({Conditions.MentionedBy("n.owner", day, sql)} OR {Published(sql, "n.owner", new(null, day))})";
            return fits;
        }

        private static string Published(Sql sql, string id, DateRange on) =>
            $"EXISTS (SELECT 1 FROM article t WHERE t.id = {id} AND {Conditions.PublishedOn(on, sql)})";

        public async Task<IReadOnlyDictionary<string, IReadOnlyList<NearName>>> NearestAsync(
            IReadOnlyCollection<string> names,
            NameScope scope,
            CancellationToken cancellationToken
        )
        {
            var asked = Nearest.Asked(names);
            if (asked.Count == 0)
                return Nearest.Of(names, []);
            var sql = new Sql();
            var near = asked.Select(folded =>
                $"SELECT * FROM (SELECT {sql.Add(folded)} AS asked, n.text, n.owner, n.type"
                + " FROM name_search s CROSS JOIN name n ON n.row = s.rowid"
                + $" WHERE s.code_points MATCH {sql.Add(string.Join(" OR ", Nearest.PiecesOf(folded).Select(Phrase)))}"
                + $" AND n.type <> 'Article' AND {Fits(sql, scope)}"
                + $" AND (abs(length(n.folded) - {sql.Add(Nearest.CharactersOf(folded))}) <= {sql.Add(Nearest.EditsOf(folded))}"
                + $" OR {Conditions.Contains("n.folded", folded, sql)})"
                + $" ORDER BY abs(length(n.folded) - {sql.Add(Nearest.CharactersOf(folded))}), n.folded, n.owner, n.place"
                + $" LIMIT {Nearest.Candidates})"
            );
            var found = await RunAsync(
                string.Join(" UNION ALL ", near),
                sql.Values,
                row =>
                    (
                        row.GetString(0),
                        new NearName(
                            row.GetString(1),
                            row.GetString(2),
                            EntityTypes.Find(row.GetString(3)) ?? throw new FormatException($"'{row.GetString(3)}' is no type.")
                        )
                    ),
                cancellationToken
            );
            return Nearest.Of(names, found);
        }

        private async Task<Page<Change>> ChangesAsync(ChangeQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            var (after, before) = Paging.BoundsOf(query, page);
            var sql = new Sql();
            var down = query.Order is ChangeOrder.LogDescending ? " DESC" : "";
            var rows = await RunAsync(
                $"SELECT c.version, c.sequence, c.kind, c.id, v.recorded_at FROM change c JOIN version v ON v.number = c.version WHERE "
                    + $"(c.version, c.sequence) > ({sql.Add(after.Version)}, {sql.Add(after.Sequence)}) AND "
                    + $"(c.version, c.sequence) < ({sql.Add(before.Version)}, {sql.Add(before.Sequence)}){Wanted(query, sql)} "
                    + $"ORDER BY c.version{down}, c.sequence{down} LIMIT {sql.Add(page.First + 1)}",
                sql.Values,
                row => new Change(row.GetInt64(0), row.GetInt64(1), Enum.Parse<ChangeKind>(row.GetString(2)), row.GetString(3))
                {
                    RecordedAt = Instant.FromUnixTimeTicks(row.GetInt64(4)),
                },
                cancellationToken
            );
            return Paging.Of(rows, page.First);
        }

        private async Task<long> CountChangesAsync(ChangeQuery query, CancellationToken cancellationToken)
        {
            var sql = new Sql();
            return (
                await RunAsync(
                    $"SELECT COUNT(*) FROM change c WHERE c.version > {sql.Add(query.Since)}{Wanted(query, sql)}",
                    sql.Values,
                    row => row.GetInt64(0),
                    cancellationToken
                )
            )[0];
        }

        /// <summary>What a line of the log has to be, besides its place.</summary>
        private static string Wanted(ChangeQuery query, Sql sql)
        {
            var wanted = query.RecordedAfter is { } moment
                ? $" AND c.version IN (SELECT number FROM version WHERE recorded_at > {sql.Add(moment.ToUnixTimeTicks())})"
                : "";
            if (query.IsOfFigures)
                wanted += " AND c.id GLOB 'obs:*'";
            List<string> figures =
            [
                .. query.About.Count > 0 ? [$"o.about IN ({sql.AddAll(query.About)})"] : Array.Empty<string>(),
                .. query.Indicators.Count > 0 ? [$"o.indicator IN ({sql.AddAll(query.Indicators)})"] : Array.Empty<string>(),
                .. query.Concerning is { } ids
                    ? [$"(o.about IN ({sql.AddAll(ids)}) OR o.indicator IN ({sql.AddAll(ids)}))"]
                    : Array.Empty<string>(),
            ];
            return figures.Count == 0
                ? wanted
                : $"{wanted} AND EXISTS (SELECT 1 FROM observation o WHERE o.id = c.id AND {string.Join(" AND ", figures)})";
        }
    }
}
