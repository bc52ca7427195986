using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/resolve</c>: who is meant by a name. Nothing is guessed: where several may be meant, the answer says so.</summary>
internal static class Resolve
{
    private const string Name = "name",
        Types = "types",
        First = "first";

    private const int Most = 50,
        Usual = 10;

    /// <summary>What the score of a name is multiplied with that contains what was asked and does not start with it.</summary>
    private const decimal PartFactor = 0.9m;

    /// <summary>The score of the nearest name that differs by a slip of the pen, and by how much each further one has less.</summary>
    private const decimal NearScore = 0.5m,
        NearStep = 0.05m;

    private static readonly GraphQL.Types.EnumerationGraphType Outcome = Vocabulary.Of(
        "ResolveOutcome",
        "解析结果",
        "Who is meant.",
        [
            new("EXACT", "唯一", "One has the very name, or the id."),
            new("POSSIBLE", "可能", "Nothing has the very name; there is one candidate."),
            new("AMBIGUOUS", "有歧义", "Several have the very name, or nothing has and there are several candidates."),
            new("NONE", "无", "There is no candidate."),
        ]
    );

    private static readonly GraphQL.Types.EnumerationGraphType Match = Vocabulary.Of(
        "ResolveMatch",
        "匹配方式",
        "How a candidate was found; the better match comes first.",
        [
            new("ID", "标识", "It has the id, or had it."),
            new("EXACT_NAME", "名称相同", "A name is the text as a whole."),
            new("NAME_PREFIX", "名称开头", "A name starts with the text as a whole."),
            new("NAME_PART", "名称包含", "A name contains all words of the text."),
            new("NEAR", "相近", "A name differs from the text by a few characters."),
        ]
    );

    private sealed record Candidate(Entity Entity, string Match, string MatchedName, decimal Score);

    private sealed record Answer(string Name, string Outcome, IReadOnlyList<Candidate> Candidates, bool HasMore);

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "ResolveCandidate",
            "候选",
            "Something that may be meant.",
            shapes.Field<Candidate>("id", "ID!", "标识", "Its id.", c => c.Entity.Id),
            shapes.Field<Candidate>("type", "EntityTypeName!", "类型", "Its type.", c => c.Entity.Type.Name),
            shapes.Field<Candidate>("name", "String!", "名称", "Its primary Chinese name.", c => c.Entity.Name),
            shapes.Field<Candidate>("nameEnglish", "String", "英文名称", "Its primary English name.", c => Forms.EnglishOf(c.Entity)),
            shapes.Field<Candidate>("matchedName", "String!", "匹配名称", "Which of its names was found.", c => c.MatchedName),
            RestShapes.Scalar<Candidate>("match", Match, c => c.Match),
            shapes.Field<Candidate>(
                "score",
                "Decimal!",
                "得分",
                "1 for the very name, else the share of the found name that the text covers, less where it stands inside; for names "
                    + "that are only near, 0.5 and less.",
                c => c.Score
            ),
            shapes.Field<Candidate>("url", "String!", "网址", "It in this API.", c => RestApi.UrlOf(c.Entity))
        );
        shapes.Add(
            "Resolution",
            "名称解析",
            "Who may be meant by a name.",
            shapes.Field<Answer>("name", "String!", "所问名称", "What was asked.", a => a.Name),
            RestShapes.Scalar<Answer>("outcome", Outcome, a => a.Outcome),
            shapes.Field<Answer>("id", "ID", "标识", "Who is meant, where one has the very name; otherwise null.", a =>
                a.Outcome == "EXACT" ? a.Candidates[0].Entity.Id : null
            ),
            shapes.Field<Answer>("candidates", "[ResolveCandidate!]!", "候选", "Who may be meant, the best first.", a => a.Candidates),
            shapes.Field<Answer>(
                "hasMore",
                "Boolean!",
                "有更多候选",
                $"Whether more may be meant: 'first' takes {Most} at most, and 'types' or a longer name narrows them.",
                a => a.HasMore
            )
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        yield return new(
            "resolve",
            "/resolve",
            "名称解析",
            "Who may be meant by a name, in everyday, traditional or romanized form: ranked candidates, and whether it is clear.",
            [
                RestParameter.Of(
                    Name,
                    new GraphQL.Types.NonNullGraphType(shapes.Schema.AllTypes["String"]!),
                    SchemaParts.Describe(
                        "名称",
                        "A name, a part of one, or an id; width, case, white space and traditional characters make no " + "difference."
                    ),
                    [Name]
                ),
                RestParameter.Of(
                    Types,
                    new GraphQL.Types.ListGraphType(shapes.Schema.AllTypes["EntityTypeName"]!),
                    SchemaParts.Describe("类型", "Only things of one of these types."),
                    [Types]
                ),
                RestParameter.Of(
                    First,
                    shapes.Schema.AllTypes["Int"]!,
                    SchemaParts.Describe("条数", $"How many candidates at most, 1 to {Most}."),
                    [First],
                    Usual
                ),
            ],
            shapes["Resolution"],
            AnswerAsync
        );
    }

    private static async Task<RestAnswer?> AnswerAsync(RestCall call)
    {
        var (name, types, first) = await call.ReadAsync(a =>
            (a.Words(Name), SharedFilters.EntityTypesIn(a, Types), a.Number(First, 1, Most, Usual))
        );
        if (name is null || call.Faults.Count > 0)
            return null;
        NodeTypes wanted = types.Count == 0 ? NodeTypes.Entities : new(types.Select(type => type.Name));
        var exact = await ExactAsync(call, name, wanted);
        var parts = await PartsAsync(call, name, wanted, first, exact);
        IReadOnlyList<Candidate> candidates = [.. exact, .. parts];
        if (candidates.Count == 0)
            candidates = await NearAsync(call, name, wanted);
        var outcome =
            exact.Count == 1 ? "EXACT"
            : candidates.Count == 0 ? "NONE"
            : candidates.Count == 1 ? "POSSIBLE"
            : "AMBIGUOUS";
        return new(new Answer(name, outcome, [.. candidates.Take(first)], candidates.Count > first), LinkedNodes.None);
    }

    private static async Task<IReadOnlyList<Candidate>> ExactAsync(RestCall call, string name, NodeTypes wanted)
    {
        var isId = NodeId.KindOf(name) is not null;
        var found = (await call.Snapshot.ResolveAsync([name], call.CancellationToken)).GetValueOrDefault(name) ?? [];
        return
        [
            .. found
                .OfType<Entity>()
                .Where(wanted.Admits)
                .Select(entity =>
                    isId
                        ? new Candidate(entity, "ID", entity.Name, 1)
                        : new(entity, "EXACT_NAME", entity.Names.First(n => Folding.Fold(n.Text) == Folding.Fold(name)).Text, 1)
                ),
        ];
    }

    private static async Task<IReadOnlyList<Candidate>> PartsAsync(
        RestCall call,
        string name,
        NodeTypes wanted,
        int first,
        IReadOnlyList<Candidate> exact
    )
    {
        var query = new SearchQuery(name) { Types = [.. wanted.Names] };
        var hits = (await call.Snapshot.ListAsync(query, new PageRequest(first + exact.Count + 1), call.CancellationToken)).Items;
        var ids = hits.Where(hit => hit.Match is SearchMatch.NamePrefix or SearchMatch.NamePart)
            .ExceptBy(exact.Select(candidate => candidate.Entity.Id), hit => hit.Id)
            .ToList();
        var nodes = await GetAsync(call, [.. ids.Select(hit => hit.Id)]);
        return
        [
            .. ids.Select(hit =>
                {
                    var (entity, isPrefix) = ((Entity)nodes[hit.Id], hit.Match is SearchMatch.NamePrefix);
                    var found = NearestName(entity, name, isPrefix) ?? hit.Text;
                    return new Candidate(entity, Spelling.UpperSnake(hit.Match.ToString()), found, ScoreOf(name, found, isPrefix));
                })
                .OrderByDescending(candidate => candidate.Score),
        ];
    }

    /// <summary>The shortest of its names that match as well: of an everyday name and a full one the everyday one.</summary>
    private static string? NearestName(Entity entity, string name, bool isPrefix)
    {
        var (folded, words) = (Folding.Fold(name), Folding.WordsOf(name));
        return entity
            .Names.Select(known => known.Text)
            .Where(text =>
                isPrefix
                    ? Folding.Fold(text).StartsWith(folded, StringComparison.Ordinal)
                    : words.All(word => Folding.Fold(text).Contains(word, StringComparison.Ordinal))
            )
            .MinBy(text => Folding.Fold(text).Length);
    }

    private static async Task<IReadOnlyList<Candidate>> NearAsync(RestCall call, string name, NodeTypes wanted)
    {
        var scope = new NameScope { Types = [.. wanted.Names] };
        var near = (await call.Snapshot.NearestAsync([name], scope, call.CancellationToken))[name];
        var nodes = await GetAsync(call, [.. near.Select(n => n.Id)]);
        return [.. near.Select((n, at) => new Candidate((Entity)nodes[n.Id], "NEAR", n.Text, NearScore - NearStep * at))];
    }

    private static async Task<IReadOnlyDictionary<string, IGraphNode>> GetAsync(RestCall call, IReadOnlyCollection<string> ids) =>
        ids.Count == 0 ? new Dictionary<string, IGraphNode>() : await call.Snapshot.GetAsync(ids, call.CancellationToken);

    private static decimal ScoreOf(string name, string found, bool isPrefix)
    {
        decimal covered = Folding.WordsOf(name).Sum(word => word.Length);
        var share = Math.Min(0.99m, covered / Math.Max(1, Folding.Fold(found).Length));
        return Math.Round(isPrefix ? share : share * PartFactor, 2);
    }
}
