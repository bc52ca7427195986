namespace ZhuzhouGraph.Stores;

/// <summary>Which entities a record refers to.</summary>
public static class Mentions
{
    /// <summary>
    /// The entities that an article mentions, each with the strongest way: NAME, FACT (an end of a relationship, what a figure is about or
    /// measures) or DETAIL.
    /// </summary>
    public static Dictionary<string, string> Of(GraphBatch batch)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("NAME", batch.Citations.Select(citation => citation.Of));
        Add("FACT", batch.Relationships.SelectMany(r => new[] { r.From, r.To }));
        Add("FACT", batch.Observations.SelectMany(o => new[] { o.About, o.Indicator }));
        Add("DETAIL", batch.Relationships.SelectMany(r => Values(r.Type.Properties, r.Properties)));
        Add("DETAIL", batch.Observations.SelectMany(Of));
        return kinds;

        void Add(string kind, IEnumerable<string> ids)
        {
            foreach (var id in ids.Where(id => NodeId.KindOf(id) is NodeKind.Entity))
                kinds.TryAdd(id, kind);
        }
    }

    public static IEnumerable<string> Of(Observation o) =>
        new[] { o.About, o.Indicator, o.AttributedTo, o.At, o.Place, o.Within?.Place, o.Base?.Entity }
            .OfType<string>()
            .Concat(o.Breakdown?.Members ?? [])
            .Distinct(StringComparer.Ordinal);

    public static IEnumerable<string> Of(Entity e) =>
        Values(e.Type.Properties, e.Properties).Where(id => id != e.Id).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Values(IReadOnlyList<PropertyDeclaration> declared, IReadOnlyDictionary<string, string> values) =>
        declared
            .Where(p => p.Kind is PropertyKind.Entity or PropertyKind.Entities && values.ContainsKey(p.Name))
            .SelectMany(p => values[p.Name].Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
