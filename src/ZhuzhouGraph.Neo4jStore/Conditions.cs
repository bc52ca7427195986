using NodaTime;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>Conditions over the listed node t that several statements share.</summary>
internal static class Conditions
{
    /// <summary>The first day of an observation, or an empty text: what has no days is of the day of its print.</summary>
    public static string StartOf(string node) =>
        $"coalesce(toString({node}.first), CASE WHEN {node}.last IS NULL THEN left({node}.sort, 10) END, '')";

    /// <summary>The last day of an observation: a period without one, or none, lasts until its print.</summary>
    public static string EndOf(string node) => $"coalesce(toString({node}.last), left({node}.sort, 10))";

    /// <summary>The condition that t is cited there.</summary>
    public static string PrintedIn(PrintedIn printed, string labels, Parameters parameters)
    {
        var parts = parameters.Add(printed.Parts.Select(NodeProperties.Word).ToList());
        var isThere = string.Join(" OR ", labels.Split('|').Select(label => Cited(label, $"c.part IN {parts}")));
        var isElsewhere = string.Join(" OR ", labels.Split('|').Select(label => Cited(label, $"NOT c.part IN {parts}")));
        return printed.IsOnly ? $"({isThere}) AND NOT ({isElsewhere})" : $"({isThere})";
    }

    /// <summary>The condition that one of these articles cites t.</summary>
    public static string CitedBy(IReadOnlyList<string> articles, Parameters parameters) =>
        Cited("Citation", $"c.article IN {parameters.Add(articles)}");

    private static string Cited(string label, string condition) =>
        $"EXISTS {{ MATCH (c:{label}) WHERE c.of = t.id AND c.sort >= '' AND c.words >= '' AND {condition} }}";

    /// <summary>The condition of <see cref="Period.Overlaps"/> over two properties of t.</summary>
    public static string Overlaps(DateRange days, Parameters parameters, string start = "t.first", string end = "t.last")
    {
        List<string> conditions = [$"({start} IS NOT NULL OR {end} IS NOT NULL)"];
        if (days.Last is { } last)
            conditions.Add($"({start} IS NULL OR {start} <= date({parameters.Add(Day.Of(last))}))");
        if (days.First is { } first)
            conditions.Add($"({end} IS NULL OR {end} >= date({parameters.Add(Day.Of(first))}))");
        return string.Join(" AND ", conditions);
    }

    /// <summary>The condition that an article t is published on those days.</summary>
    public static string PublishedOn(DateRange days, Parameters parameters)
    {
        List<string> conditions = ["t.sort >= ''"];
        if (days.First is { } first)
            conditions.Add($"t.sort >= {parameters.Add(Day.Of(first))}");
        if (days.Last is { } last)
            conditions.Add($"t.sort <= {parameters.Add(Day.Of(last))}");
        return string.Join(" AND ", conditions);
    }

    /// <summary>The condition that an article published on that day or before mentions an entity.</summary>
    public static string MentionedBy(string id, LocalDate day, Parameters parameters) =>
        $"EXISTS {{ MATCH (:Article)-[mention:MENTIONS]->() WHERE mention.entity = {id} AND mention.sort <= "
        + $"{parameters.Add(Day.Of(day))} AND mention.article >= '' }}";

    /// <summary>The condition that a sort key that starts with a date is of that day or before.</summary>
    public static string PublishedBy(LocalDate day, Parameters parameters) => $"t.sort < {parameters.Add(Day.Of(day) + "}")}";

    /// <summary>The condition that an observation t, of the past or not, was recorded then.</summary>
    public static string Recorded(Instant asOf, Parameters parameters)
    {
        var moment = $"datetime({parameters.Add(ObservationNode.Moment(asOf))})";
        return $"t.recordedAt <= {moment} AND (t.removedAt IS NULL OR t.removedAt > {moment})";
    }
}
