using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>The entities of the unit, what they are called, and what becomes of those that it lets go.</summary>
internal sealed partial class BatchWriter
{
    private void AddEntities()
    {
        _rows.Add("entities", _plan.Entities, entity => EntityNode.Properties(entity, batch.Unit));
        // These write nothing themselves.
        _rows.Set("events", _plan.Entities.Where(entity => entity.Type == EntityTypes.Event).Select(entity => entity.Id).ToList());
        _rows.AddIds("disowned", _plan.Disowned);
        _rows.AddIds("past", _plan.Past);
        _rows.AddIds("gone", _plan.Gone);
        _rows.Set("freed", _plan.Freed);
        _rows.Add("formerIds", _plan.Entities.SelectMany(entity => entity.FormerIds.Select(id => (Id: id, Entity: entity.Id))), former =>
            new() { ["id"] = former.Id, ["entity"] = former.Entity }
        );
        _rows.Add("references", _plan.Entities.SelectMany(References), reference => new()
            {
                ["from"] = reference.From,
                ["type"] = reference.Type,
                ["to"] = reference.To,
            });
    }

    /// <summary>What an entity's properties name, each as a relationship of its own.</summary>
    private static IEnumerable<(string From, string Type, string To)> References(Entity entity) =>
        entity
            .Type.Properties.Where(p => p.Kind is PropertyKind.Entity or PropertyKind.Entities && entity.Properties.ContainsKey(p.Name))
            .SelectMany(p =>
                entity
                    .Properties[p.Name]
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(to => (entity.Id, Statements.ReferenceType(p.Name), to))
            );

    /// <summary>The nodes that search finds entities and articles by. Whoever is written anew, or goes, loses those that he had.</summary>
    private void AddNames()
    {
        _rows.AddIds(
            "unnamed",
            [.. _plan.Entities.Select(e => e.Id), .. _plan.Past, .. _plan.Gone, .. IsArticleWritten ? [batch.Unit] : Array.Empty<string>()]
        );
        _rows.Add("names", _plan.Entities.SelectMany(e => e.Names.Select((name, i) => (Entity: e, name.Text, Position: i))), name =>
            Name(name.Entity.Id, name.Entity.Type.Name, name.Text, name.Position)
        );
        _rows.Add("titles", Article is { } article ? new[] { article.Title, article.TitleEnglish }.Index() : [], title =>
            Name(batch.Unit, "Article", title.Item, title.Index)
        );
    }

    private void AddPrintedNames()
    {
        _rows.Add("citationCounts", _plan.CitationCounts, count => new() { ["id"] = count.Key, ["difference"] = count.Value });
        _rows.Add("uncited", _plan.Uncited, names => new() { ["id"] = names.Key, ["names"] = names.Value.Count > 0 ? names.Value : null });
    }

    private Dictionary<string, object?> Name(string owner, string type, string text, int position)
    {
        _rows.Check($"a name of {owner}", text, ImportRows.MaxNameBytes);
        return new()
        {
            ["owner"] = owner,
            ["type"] = type,
            ["text"] = text,
            ["folded"] = Folding.Fold(text),
            ["position"] = position,
        };
    }
}
