using ZhuzhouGraph.Neo4jStore.Lists;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    /// <summary>
    /// How many names that start with the text, how many that have its words, and how many sentences a search ranks: the first names by
    /// folded text, and the sentences of the last articles by id. Exact names are always among them.
    /// </summary>
    public const int SearchCandidates = 2_000;

    private const long MostCitations = 9_999_999_999;

    public sealed partial class Snapshot
    {
        private async Task<Page<SearchHit>> SearchAsync(SearchQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            var parameters = new Parameters();
            if (Ranked(query, parameters) is not { } ranked)
                return Page<SearchHit>.Empty;
            var after = page.After is { } key
                ? $"WHERE sort > {parameters.Add(key.Sort)} OR (sort = {parameters.Add(key.Sort)} AND owner > {parameters.Add(key.Id)})\n"
                : "";
            var rows = await RunAsync(
                parameters.Statement(
                    "SEARCH",
                    $$"""
                    {{ranked}}
                    OPTIONAL MATCH (e:Entity {id: owner})
                    OPTIONAL MATCH (a:Article {id: owner})
                    WITH owner, best, isCapped, best.match + ' ' + right('000000000' + ({{MostCitations}} - coalesce(e.citations,
                        a.citations, 0)), 10) AS sort
                    {{after}}RETURN sort, owner, best.match AS match, best.text AS text, best.address AS address, isCapped
                    ORDER BY sort, owner LIMIT {{parameters.Add(page.First + 1)}}
                    """,
                    "sort",
                    "owner",
                    "match",
                    "text",
                    "address",
                    "isCapped"
                ),
                row =>
                    (
                        Key: new SortKey(row.Text(0), row.Text(1)),
                        Item: new SearchHit(
                            row.Text(1),
                            (SearchMatch)row.Number(2),
                            row.Text(3),
                            row.TextOrNull(4) is { } address
                                ? Address.Parse(address) ?? throw new FormatException($"'{address}' is no address.")
                                : null,
                            query.Text
                        ),
                        IsCapped: row.Flag(5)
                    ),
                cancellationToken
            );
            return Paging.Of([.. rows.Select(row => (row.Key, row.Item))], page.First) with
            {
                IsCapped = rows.Count > 0 && rows[0].IsCapped,
            };
        }

        private static Cypher? CountHits(SearchQuery query)
        {
            var parameters = new Parameters();
            return Ranked(query, parameters) is { } ranked
                ? parameters.Statement("COUNT hits", $"{ranked}\nRETURN count(owner) AS n", "n")
                : null;
        }

        /// <summary>
        /// The best match of each owner. Among equal matches of one owner the first name, or the first sentence, is shown. Every match has
        /// all words. Null where the text has no characters, and so finds nothing.
        /// </summary>
        private static string? Ranked(SearchQuery query, Parameters parameters)
        {
            var text = Folding.Fold(query.Text);
            if (text.Length == 0)
                return null;
            var (q, more) = (parameters.Add(text), parameters.Add(SearchCandidates + 1));
            var words = Folding.WordsOf(query.Text);
            // The longest word has the fewest matches; what an index of all words' would find is filtered from them.
            var longest = parameters.Add(words.MaxBy(word => word.Length));
            var all = parameters.Add(words);
            var fits = Fits(parameters, query.Scope);
            var inPeriod = "";
            if (query.Period is { } days)
                inPeriod += $" AND {Published(parameters, "x.article", days)}";
            if (query.PublishedBy is { } day)
                inPeriod += $" AND {Published(parameters, "x.article", new(null, day))}";
            var inArticles = query.Types.Count == 0 || query.Types.Contains("Article", StringComparer.Ordinal);
            return $$"""
                WITH COLLECT {
                    MATCH (n:Name) USING INDEX n:Name(folded, owner) WHERE n.folded = {{q}} AND n.owner >= ''{{fits}} RETURN n
                    UNION MATCH (n:Name) USING INDEX n:Name(folded, owner) WHERE n.folded STARTS WITH {{q}} AND n.folded > {{q}}
                        AND n.owner >= ''{{fits}} RETURN n ORDER BY n.folded, n.owner, n.position LIMIT {{more}}
                    UNION MATCH (n:Name) USING TEXT INDEX n:Name(folded) WHERE n.folded CONTAINS {{longest}} AND all(w IN {{all}}
                        WHERE n.folded CONTAINS w){{fits}} RETURN n
                        ORDER BY n.folded, n.owner, n.position LIMIT {{more}}
                } AS names, {{(
                    inArticles
                        ? $"COLLECT {{ MATCH (x:Sentence) USING TEXT INDEX x:Sentence(folded) WHERE x.folded CONTAINS {longest}"
                            + $" AND all(w IN {all} WHERE x.folded CONTAINS w){inPeriod} RETURN x"
                            + $" ORDER BY x.article DESC, x.place LIMIT {more} }}"
                        : "[]"
                )}} AS said
                WITH names, said, size(names) >= {{more}} OR size(said) >= {{more}} AS isCapped
                CALL (names, said) {
                    UNWIND names AS n
                    RETURN n.owner AS owner, n.text AS text, null AS address, n.position AS place,
                        CASE WHEN n.folded = {{q}} THEN {{(int)SearchMatch.ExactName}} WHEN n.folded STARTS WITH {{q}} THEN {{(int)
                    SearchMatch.NamePrefix}} ELSE {{(int)SearchMatch.NamePart}} END AS match
                    UNION ALL
                    UNWIND said AS x RETURN x.article AS owner, x.text AS text, x.address AS address, x.place AS place, {{(int)
                    SearchMatch.Sentence}} AS match
                }
                WITH owner, text, address, match, isCapped ORDER BY match, place
                WITH owner, isCapped, head(collect({text: text, address: address, match: match})) AS best
                """;
        }

        /// <summary>The further condition that a name n is looked at.</summary>
        private static string Fits(Parameters parameters, NameScope scope)
        {
            var fits = scope.Types.Count == 0 ? "" : $" AND n.type IN {parameters.Add(scope.Types)}";
            if (scope.Period is { } days)
                fits +=
                    $" AND (EXISTS {{ MATCH (t:Entity {{id: n.owner}}) WHERE {Conditions.Overlaps(days, parameters)} }}"
                    + $" OR {Published(parameters, "n.owner", days)})";
            if (scope.PublishedBy is { } day)
                fits +=
                    $" AND ({Conditions.MentionedBy("n.owner", day, parameters)} OR {Published(parameters, "n.owner", new(null, day))})";
            return fits;
        }

        private static string Published(Parameters parameters, string id, DateRange on) =>
            $"EXISTS {{ MATCH (t:Article {{id: {id}}}) WHERE {Conditions.PublishedOn(on, parameters)} }}";

        public async Task<IReadOnlyDictionary<string, IReadOnlyList<NearName>>> NearestAsync(
            IReadOnlyCollection<string> names,
            NameScope scope,
            CancellationToken cancellationToken
        )
        {
            var asked = Nearest.Asked(names);
            if (asked.Count == 0)
                return Nearest.Of(names, []);
            var parameters = new Parameters();
            // Lists beside each other, since parameters hold no lists of maps.
            var words = parameters.Add(asked);
            var lengths = parameters.Add(asked.Select(folded => (long)Nearest.CharactersOf(folded)).ToList());
            var edits = parameters.Add(asked.Select(folded => (long)Nearest.EditsOf(folded)).ToList());
            var parts = asked.SelectMany((folded, i) => Nearest.PiecesOf(folded).Select(piece => (At: (long)i, Piece: piece))).ToList();
            var (pieces, places) = (parameters.Add(parts.Select(p => p.Piece)), parameters.Add(parts.Select(p => p.At).ToList()));
            var found = await RunAsync(
                parameters.Statement(
                    "NEAREST names",
                    $$"""
                    UNWIND range(0, size({{words}}) - 1) AS i
                    CALL (i) {
                        UNWIND [k IN range(0, size({{pieces}}) - 1) WHERE {{places}}[k] = i | {{pieces}}[k]] AS piece
                        MATCH (n:Name) USING TEXT INDEX n:Name(folded) WHERE n.folded CONTAINS piece
                            AND n.type <> 'Article'{{Fits(parameters, scope)}}
                            AND (abs(size(n.folded) - {{lengths}}[i]) <= {{edits}}[i] OR n.folded CONTAINS {{words}}[i])
                        WITH DISTINCT i, n
                        RETURN n ORDER BY abs(size(n.folded) - {{lengths}}[i]), n.folded, n.owner, n.position LIMIT {{Nearest.Candidates}}
                    }
                    RETURN {{words}}[i] AS word, n.text AS text, n.owner AS owner, n.type AS type
                    """,
                    "word",
                    "text",
                    "owner",
                    "type"
                ),
                row =>
                    (
                        row.Text(0),
                        new NearName(
                            row.Text(1),
                            row.Text(2),
                            EntityTypes.Find(row.Text(3)) ?? throw new FormatException($"'{row.Text(3)}' is no type.")
                        )
                    ),
                cancellationToken
            );
            return Nearest.Of(names, found);
        }

        private async Task<Page<Change>> ChangesAsync(ChangeQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            var (after, before) = Paging.BoundsOf(query, page);
            var parameters = new Parameters();
            var (from, place) = (parameters.Add(after.Version), parameters.Add(after.Sequence));
            var (to, end) = (parameters.Add(before.Version), parameters.Add(before.Sequence));
            var down = query.Order is ChangeOrder.LogDescending ? " DESC" : "";
            var rows = await RunAsync(
                parameters.Statement(
                    "LIST changes",
                    $"""
                    MATCH (c:Change) USING INDEX c:Change(version, sequence)
                    WHERE c.version >= {from} AND c.version <= {to} AND c.sequence > 0 AND (c.version > {from} OR c.sequence > {place})
                      AND (c.version < {to} OR c.sequence < {end}){Wanted(query, parameters)}
                    WITH c ORDER BY c.version{down}, c.sequence{down} LIMIT {parameters.Add(page.First + 1)}
                    MATCH (v:DataVersion) WHERE v.number = c.version
                    RETURN c.version AS version, c.sequence AS sequence, c.kind AS kind, c.id AS id, v.recordedAt AS recordedAt
                    ORDER BY version{down}, sequence{down}
                    """,
                    "version",
                    "sequence",
                    "kind",
                    "id",
                    "recordedAt"
                ),
                row => new Change(row.Number(0), row.Number(1), Spelling.Parse<ChangeKind>(row.Text(2))!.Value, row.Text(3))
                {
                    RecordedAt = row.Moment(4),
                },
                cancellationToken
            );
            return Paging.Of(rows, page.First);
        }

        private static Cypher CountChanges(ChangeQuery query)
        {
            var parameters = new Parameters();
            return parameters.Statement(
                "COUNT changes",
                $"MATCH (c:Change) USING INDEX c:Change(version, sequence) WHERE c.version > {parameters.Add(query.Since)} AND "
                    + $"c.sequence > 0{Wanted(query, parameters)} RETURN count(c) AS n",
                "n"
            );
        }

        /// <summary>What a line of the log has to be, besides its place.</summary>
        private static string Wanted(ChangeQuery query, Parameters parameters)
        {
            var wanted = query.RecordedAfter is { } moment
                ? $" AND EXISTS {{ MATCH (n:DataVersion {{number: c.version}}) WHERE n.recordedAt > "
                    + $"datetime({parameters.Add(ObservationNode.Moment(moment))}) }}"
                : "";
            if (query.IsOfFigures)
                wanted += " AND c.id STARTS WITH 'obs:'";
            List<string> figures =
            [
                .. query.About.Count > 0 ? [$"o.about IN {parameters.Add(query.About)}"] : Array.Empty<string>(),
                .. query.Indicators.Count > 0 ? [$"o.indicator IN {parameters.Add(query.Indicators)}"] : Array.Empty<string>(),
            ];
            if (query.Concerning is { } concerned)
            {
                var ids = parameters.Add(concerned);
                figures.Add($"(o.about IN {ids} OR o.indicator IN {ids})");
            }
            if (figures.Count == 0)
                return wanted;
            var figure = string.Join(" AND ", figures);
            return $"{wanted} AND (EXISTS {{ MATCH (o:Observation {{id: c.id}}) WHERE {figure} }} OR "
                + $"EXISTS {{ MATCH (o:PastObservation {{id: c.id}}) WHERE o.recordedVersion >= 0 AND {figure} }})";
        }
    }
}
