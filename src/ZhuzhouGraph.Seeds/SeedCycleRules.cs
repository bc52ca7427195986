using System.Globalization;

namespace ZhuzhouGraph.Seeds;

/// <summary>A part is no whole of its whole, and what a river flows into does not flow into the river.</summary>
internal static class SeedCycleRules
{
    /// <summary>How many links of a cycle are listed.</summary>
    private const int MaxListed = 100;

    /// <summary>
    /// No link of a hierarchy closes a cycle, nor does 'broader'. Between places 'partOf' and 'locatedIn' say the same, and are judged
    /// together; a city that is a member of a body with its seat in the city is no cycle.
    /// </summary>
    public static IEnumerable<Problem> NothingHoldsItself(BoundSeeds seeds)
    {
        var links = seeds
            .Relationships.Where(x => x.Relationship.Type.IsHierarchy && x.Relationship.From != x.Relationship.To)
            .Select(x => new Link(x.Relationship.From, x.Relationship.To, x.Relationship.Type.SeedWord, x.Location))
            .ToList();
        var broader = seeds
            .Registry.Concat(seeds.Articles.SelectMany(a => a.Entities))
            .Where(x => x.Entity.Properties.ContainsKey(EntityTypes.Broader))
            .Select(x => new Link(x.Entity.Id, x.Entity.Properties[EntityTypes.Broader], EntityTypes.Broader, x.Location));
        string[] lying = [RelationshipTypes.PartOf.SeedWord, RelationshipTypes.LocatedIn.SeedWord];
        var betweenPlaces = links.Where(link => lying.Contains(link.Verb) && IsPlace(link.From) && IsPlace(link.To));
        return links
            .Concat(broader)
            .GroupBy(link => link.Verb)
            .SelectMany(Cycles)
            // Those of one verb alone are told as such.
            .Concat(Cycles(betweenPlaces).Where(cycle => cycle.DistinctBy(link => link.Verb).Count() > 1))
            .Select(Told);

        bool IsPlace(string id) => seeds.Names.Get(id)?.Type == EntityTypes.Place;
    }

    /// <summary>
    /// The way back for every link that leads back onto the way to it: without these links nothing would lead back to itself. The way
    /// stands in lists, because it may be longer than a stack is deep.
    /// </summary>
    private static IEnumerable<IReadOnlyList<Link>> Cycles(IEnumerable<Link> all)
    {
        var links = all.DistinctBy(link => (link.From, link.To)).ToLookup(link => link.From, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in links.Select(same => same.Key).Where(start => !done.Contains(start)))
        {
            List<Link> way = [];
            Stack<(string Node, IEnumerator<Link> Links)> open = [];
            var placeOf = new Dictionary<string, int>(StringComparer.Ordinal);
            Open(start);
            while (open.Count > 0)
            {
                var (node, left) = open.Peek();
                if (!left.MoveNext())
                {
                    open.Pop();
                    placeOf.Remove(node);
                    done.Add(node);
                    if (way.Count > 0)
                        way.RemoveAt(way.Count - 1);
                }
                else if (placeOf.TryGetValue(left.Current.To, out var place))
                    yield return [.. way[place..], left.Current];
                else if (!done.Contains(left.Current.To))
                {
                    way.Add(left.Current);
                    Open(left.Current.To);
                }
            }

            void Open(string node)
            {
                placeOf[node] = open.Count;
                open.Push((node, links[node].GetEnumerator()));
            }
        }
    }

    private static Problem Told(IReadOnlyList<Link> cycle)
    {
        var more = cycle.Count > MaxListed ? string.Create(CultureInfo.InvariantCulture, $" and {cycle.Count - MaxListed} more") : "";
        var links = string.Join(", ", cycle.Take(MaxListed).Select(link => $"{link.From} {link.Verb} {link.To} ({link.Location})"));
        return new(
            ProblemCodes.Cycle,
            cycle[^1].Location,
            $"Found a cycle: {links}{more}; allowed are '{string.Join("' and '", cycle.Select(link => link.Verb).Distinct())}' that never "
                + "lead back to where they started. One of these is wrong."
        );
    }

    private sealed record Link(string From, string To, string Verb, Location Location);
}
