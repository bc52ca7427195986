namespace ZhuzhouGraph.Seeds;

/// <summary>What a link's relationships have in common beside their ends: when, on what they rest, and by which documents.</summary>
internal sealed record Statement(Period? Period, StatementStatus Status, string? Ground, IReadOnlyList<Reference> References);

/// <summary>Binds links, and the names in them, of an article or of the registry.</summary>
/// <param name="article">The key of the article whose names are known besides the registry's; null for the registry.</param>
internal sealed class SeedLinkBinder(
    NameIndex names,
    string? article,
    List<Problem> problems,
    List<Consequence> consequences,
    HashSet<string> touched
)
{
    private const string ThisArticle = "this";

    /// <summary>The file of names that was not read: unknown names are its fault. Null where all were.</summary>
    public Location? UnreadNames { get; init; }

    /// <summary>Where something of the names could not be read: what is like no other name may stand there. Null where all were.</summary>
    public Location? FaultOfNames { get; init; }

    /// <summary>One relationship for each start and each target that resolve.</summary>
    /// <param name="self">The id that 'this' stands for; null where nothing is meant by it.</param>
    public IEnumerable<Relationship> Bind(
        SeedLink link,
        RelationshipType type,
        IReadOnlyList<SeedText> targets,
        Statement statement,
        string? self
    )
    {
        var properties = BindProperties(link, type);
        var from = link.From.Select(text => Resolve(text)?.Id).ToList();
        var to = targets.Select(text => self is not null && text.Value == ThisArticle ? self : Resolve(text)?.Id).ToList();
        foreach (var (start, end) in from.SelectMany(_ => to, (f, t) => (f, t)))
        {
            if (start is null || end is null)
                continue;
            yield return new Relationship
            {
                Id = Relationship.IdOf(type, start, end, properties, statement.Period),
                Type = type,
                From = start,
                To = end,
                Properties = properties,
                Period = statement.Period,
                Status = statement.Status,
                Ground = statement.Ground,
                References = statement.References,
            };
        }
    }

    private Dictionary<string, string> BindProperties(SeedLink link, RelationshipType type)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var declared in type.Properties)
        {
            if (!link.Properties.TryGetValue(declared.Name, out var values))
                continue;
            if (declared.Kind is not (PropertyKind.Entity or PropertyKind.Entities))
            {
                properties[declared.Name] = values[0].Value;
                continue;
            }
            var entities = values.Select(value => (value, entity: Resolve(value))).Where(x => x.entity is not null).ToList();
            foreach (
                var (value, entity) in entities.Where(x =>
                    declared.EntityTypes.Count > 0 && !declared.EntityTypes.Contains(x.entity!.Type.Name)
                )
            )
                problems.Add(
                    new(
                        ProblemCodes.EndNotAllowed,
                        value.Location,
                        $"Found the {entity!.Type.Name} {entity.Name}; '{declared.Name}' of '{type.SeedWord}' takes "
                            + $"{string.Join(", ", declared.EntityTypes)}."
                    )
                );
            if (entities.Count > 0)
                properties[declared.Name] = string.Join(' ', entities.Select(x => x.entity!.Id));
        }
        return properties;
    }

    /// <summary>The entity that has that name or id; a problem where none or several have.</summary>
    public Entity? Resolve(SeedText? name)
    {
        if (name is null)
            return null;
        var found = names.Find(name.Value, article);
        if (found.Count == 1)
            return found[0];
        touched.Add(name.Value);
        if (found.Count > 1)
            problems.Add(
                new(
                    ProblemCodes.AmbiguousName,
                    name.Location,
                    $"Found '{name.Value}', which {string.Join(" and ", found.Select(e => $"{e.Id} ({e.Type.Name} {e.Name})"))} have; "
                        + $"write the id (a mention: {{id: …, words: {name.Value}}})."
                )
            );
        else if (names.WrongEntryOf(name.Value, article) is { } wrong)
            consequences.Add(new(wrong, "uses of its names", name.Location));
        else if (names.OwnersOf(name.Value) is { Count: > 0 } owners)
            problems.Add(
                new(
                    ProblemCodes.UnknownName,
                    name.Location,
                    $"Found '{name.Value}', which only {string.Join(" and ", owners)} introduces, "
                        + (article is null ? "and the registry's background takes the registry's names" : "which comes later")
                        + "; move it to the registry."
                )
            );
        else if (UnreadNames is { } unread)
            consequences.Add(new(unread, "uses of names that nothing read has", name.Location));
        else
        {
            var near = names.NearestTo(name.Value, article);
            touched.Add(near ?? name.Value);
            if (FaultOfNames is { } fault && (near is null || SeedCharacters.FaultOf(near) is not null))
            {
                consequences.Add(new(fault, "uses of names that nothing read has", name.Location));
                return null;
            }
            var advice = near is null ? "; introduce it under 'new' or in the registry." : $"; did you mean '{near}'?";
            problems.Add(new(ProblemCodes.UnknownName, name.Location, $"Found '{name.Value}', which nothing is called{advice}"));
        }
        return null;
    }
}
