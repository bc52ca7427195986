using System.Globalization;
using ZhuzhouGraph.Benchmarks.News;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>A question that all are asked, each in its own words, for the same answer.</summary>
/// <param name="Name">What <c>--only</c> names.</param>
/// <param name="Neo4j">For <c>@neo4j/graphql</c>. A prefix of nothing is what makes Neo4j walk an index in its order.</param>
/// <param name="PostGraphile">For PostGraphile, with the names of version 4.</param>
internal sealed record PeerShape(string Name, string Ours, string Neo4j, string PostGraphile)
{
    /// <summary>False of the search: ours ranks what it finds, and the peers only find it.</summary>
    public bool IsOrdered { get; init; } = true;

    private const string ByEdge = "first: 5, sort: [{edge: {sort: ASC}}, {edge: {id: ASC}}]";
    private const string ByPlace = """where: {sort: {startsWith: ""}}, sort: [{sort: ASC}, {id: ASC}]""";
    private const string Companies = """where: {id: {startsWith: ""}}, sort: [{id: ASC}]""";
    private const string AllCompanies = """condition: {type: "Company"}, orderBy: ID_ASC""";
    private const string Makes = """condition: {type: "MAKES"}, first: 5, orderBy: [SORT_ASC, ID_ASC]""";

    /// <summary>The shapes over that news. What is asked for follows from its seed.</summary>
    public static IReadOnlyList<PeerShape> All(NewsGenerator news)
    {
        var company = news.Known(EntityTypes.Company).ElementAt(7);
        var folded = Folding.Fold(company.Name);
        var syllables = SyllablesOf(news);
        var types = string.Join(", ", EntityTypes.All.Select(type => type.Name));
        return
        [
            new(
                "by-id",
                $$"""{ entity(id: "{{company.Id}}") { id name nameEnglish } }""",
                $$"""{ entities(where: {id: {eq: "{{company.Id}}"} }) { id name nameEnglish } }""",
                $$"""{ entityById(id: "{{company.Id}}") { id name nameEnglish } }"""
            ),
            new(
                "by-name",
                $$"""{ entity(name: "{{company.Name}}") { id name nameEnglish } }""",
                $$"""{ names(where: {folded: {eq: "{{folded}}"} }) { entity { id name nameEnglish } } }""",
                $$"""{ allNames(condition: {folded: "{{folded}}"}) { nodes { entityByOwner { id name nameEnglish } } } }"""
            ),
            new(
                "100x5",
                "{ companies(first: 100) { nodes { id name products(first: 5) { nodes { to { id name } } } } } }",
                $$"""{ companies({{Companies}}, limit: 100) { id name productsConnection({{ByEdge}}) { edges { node { id name } } } } }""",
                $$"""
                { allEntities({{AllCompanies}}, first: 100) { nodes { id name
                  factsByFromEntity({{Makes}}) { nodes { entityByToEntity { id name } } } } } }
                """
            ),
            new(
                "100-figures",
                """
                { observations(first: 100) { nodes { id figure value unit { code } indicator { id name }
                  citations(first: 3) { nodes { address words article { id title } } } } } }
                """,
                $$"""
                { observations({{ByPlace}}, limit: 100) { id figure valueText unit indicator { id name }
                  citations { address words article { id title } } } }
                """,
                """
                { allObservations(orderBy: [SORT_ASC, ID_ASC], first: 100) { nodes { id figure value unit entityByIndicator { id name }
                  citationsByObservation(first: 3, orderBy: [SORT_ASC, WORDS_ASC]) { nodes { address words
                    articleByArticle { id title } } } } } }
                """
            ),
            new(
                "20x5x5",
                """
                { companies(first: 20) { nodes { id name products(first: 5) { nodes { to { ... on Product { id name
                  makers(first: 5) { nodes { from { id name } } } } } } } } } }
                """,
                $$"""
                { companies({{Companies}}, limit: 20) { id name productsConnection({{ByEdge}}) { edges { node { id name
                  makersConnection({{ByEdge}}) { edges { node { id name } } } } } } } }
                """,
                $$"""
                { allEntities({{AllCompanies}}, first: 20) { nodes {
                  id name factsByFromEntity({{Makes}}) { nodes { entityByToEntity { id name
                  factsByToEntity({{Makes}}) { nodes { entityByFromEntity { id name } } } } } } } } }
                """
            ),
            new(
                "value",
                """{ observations(first: 20, filter: {units: ["firm"], value: {atLeast: 5000}}) { nodes { id figure value } } }""",
                """
                { observations(where: {sort: {startsWith: ""}, unit: {eq: "firm"}, lower: {gte: 5000}},
                  sort: [{sort: ASC}, {id: ASC}], limit: 20) { id figure valueText } }
                """,
                """
                { allObservations(filter: {unit: {equalTo: "firm"}, lower: {greaterThanOrEqualTo: "5000"}},
                  orderBy: [SORT_ASC, ID_ASC], first: 20) { nodes { id figure value } } }
                """
            ),
            new(
                "count",
                "{ observations(filter: {measures: [RATE_OF_CHANGE]}) { totalCount } }",
                """{ observationsConnection(where: {measure: {eq: "RATE_OF_CHANGE"} }) { aggregate { count { nodes } } } }""",
                """{ allObservations(condition: {measure: "RATE_OF_CHANGE"}) { totalCount } }"""
            ),
            new(
                "search",
                $$"""{ search(text: "{{syllables}}", types: [{{types}}], first: 100) { nodes { node { id ... on Entity { name } } } } }""",
                $$"""{ names(where: {folded: {contains: "{{syllables}}"} }, limit: 100) { entity { id name } } }""",
                $$"""{ allNames(filter: {folded: {includes: "{{syllables}}"} }, first: 100) { nodes { entityByOwner { id name } } } }"""
            )
            {
                IsOrdered = false,
            },
        ];
    }

    /// <summary>Two characters that stand together in most names and in no more than a page holds. No title has two syllables.</summary>
    private static string SyllablesOf(NewsGenerator news) =>
        EntityTypes
            .All.SelectMany(news.Known)
            .Select(entity => entity.Name)
            .SelectMany(name => Enumerable.Range(0, name.Length - 1).Select(at => name.Substring(at, 2)).Distinct())
            .Where(Words.AreSyllables)
            .CountBy(pair => pair)
            .Where(pair => pair.Value <= 50)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .First()
            .Key;
}
