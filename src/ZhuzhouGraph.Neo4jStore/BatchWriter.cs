using System.Text;
using NodaTime;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>Turns a plan into the parameters of <c>Import.cypher</c>.</summary>
internal sealed class BatchWriter(GraphBatch batch, bool isRemoval)
{
    /// <summary>
    /// How many rows one unit may have: what one transaction of a server with the usual 512 MB of heap holds, with room to spare. A row is
    /// a node or a relationship, sometimes both.
    /// </summary>
    public const int MaxRows = 30_000;

    /// <summary>
    /// Bytes of UTF-8 that a name or printed words may have: a key of a range index holds 8 kB, and other parts of it take some.
    /// </summary>
    public const int MaxNameBytes = 7_000;

    /// <summary>Bytes of UTF-8 that a sentence may have: a text index holds 32 kB.</summary>
    public const int MaxSentenceBytes = 32_000;

    private readonly Dictionary<string, object?> _parameters = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private int _rows;

    /// <summary>The statement for one state of the store.</summary>
    /// <param name="plan">Null where the unit changes no answer and only its hash is noted.</param>
    /// <exception cref="GraphStoreException">The unit is too large for one transaction, or holds a text that no index takes.</exception>
    public Cypher Write(BatchPlan? plan, long generation, DataVersion? version, Instant recordedAt)
    {
        _parameters["writer"] = Guid.NewGuid().ToString("N");
        _parameters["generation"] = generation;
        _parameters["unit"] = batch.Unit;
        _parameters["recordedAt"] = ObservationNode.Moment(recordedAt);
        _parameters["version"] = version?.Number ?? 0;
        _parameters["undated"] = Day.Undated;
        AddRelationships(plan?.Relationships ?? [], plan?.Ended ?? []);
        AddIds("endedFacts", plan?.Ended.Select(r => r.Id));
        AddIds("withdrawn", plan?.Withdrawn.Except(plan.Ended.Select(r => r.Id), StringComparer.Ordinal));
        AddIds("closed", plan?.Closed);
        AddIds("pastCited", plan?.PastCited);
        AddIds("citedAnew", plan?.CitedAnew);
        Add("uncitings", plan?.Uncitings ?? [], key => new()
            {
                ["of"] = key.Of,
                ["sort"] = key.Sort,
                ["words"] = key.Words,
            });
        AddIds("unmentioned", plan?.Unmentioned);
        AddEntities(plan);
        AddArticle(plan);
        AddFacts(plan, version?.Number ?? 0, recordedAt);
        Add("citationCounts", plan?.CitationCounts ?? new Dictionary<string, int>(), c =>
            new() { ["id"] = c.Key, ["difference"] = c.Value }
        );
        Add("uncited", plan?.Uncited ?? new Dictionary<string, IReadOnlyList<string>>(), u =>
            new() { ["id"] = u.Key, ["names"] = u.Value.Count > 0 ? u.Value : null }
        );
        AddIds("past", plan?.Past);
        AddIds("gone", plan?.Gone);
        Add("texts", batch.IssueText is null ? [] : new[] { batch.IssueText }, text =>
            new() { ["sha256"] = batch.Article!.Sha256, ["text"] = text }
        );
        Add("units", isRemoval ? [] : new[] { batch.Unit }, unit => new() { ["id"] = unit, ["hash"] = batch.Hash });
        AddIds("removedUnits", isRemoval ? [batch.Unit] : []);
        Add("versions", version is null ? [] : new[] { version }, VersionNode.Properties);
        Add("changes", version is null ? [] : plan!.Changes.Index(), c => new()
            {
                ["version"] = version!.Number,
                ["sequence"] = c.Index + 1,
                ["kind"] = NodeProperties.Word(c.Item.Kind),
                ["id"] = c.Item.Id,
            });
        if (_rows > MaxRows)
            _problems.Add(
                $"it has {_rows} nodes and relationships, and one transaction takes {MaxRows}: divide it into several articles, or the "
                    + $"registry into what articles declare"
            );
        if (_problems.Count > 0)
            throw new GraphStoreException($"Neo4j cannot take in {batch.Unit}: {string.Join("; ", _problems)}.", isTransient: false);
        return Cypher.Of(
            "IMPORT unit",
            batch.Unit == GraphBatch.Registry ? Statements.ImportRegistry : Statements.ImportArticle,
            _parameters.Select(v => (v.Key, v.Value))
        );
    }

    private void AddRelationships(IReadOnlyList<MergedRelationship> relationships, IReadOnlyList<Relationship> ended)
    {
        // An edge carries what may change, and its type is part of its identity: one that changes is made again.
        Add("endedEdges", ended.Concat(relationships.Where(r => !r.IsNew).Select(r => r.Record)), r => new()
            {
                ["id"] = r.Id,
                ["from"] = r.From,
                ["to"] = r.To,
            });
        Add("edges", relationships.Where(r => !LeadsToArticle(r.Record)), Edge);
        Add("articleEdges", relationships.Where(r => LeadsToArticle(r.Record)), Edge);
        Add("facts", relationships, r => FactNode.Properties(r.Record, r.Sort));
        Add(
            "occasions",
            relationships.SelectMany(r => Occasions.Of(r.Record).Select((id, place) => (Fact: r.Record.Id, Event: id, Place: place))),
            o =>
                new()
                {
                    ["fact"] = o.Fact,
                    ["event"] = o.Event,
                    ["place"] = o.Place,
                }
        );
        Add("resorted", relationships.Where(r => !r.IsNew), r => new() { ["id"] = r.Record.Id, ["sort"] = r.Sort });

        static bool LeadsToArticle(Relationship r) => NodeId.KindOf(r.To) is NodeKind.Article;

        static Dictionary<string, object?> Edge(MergedRelationship r) =>
            new()
            {
                ["type"] = r.Record.Type.Name,
                ["from"] = r.Record.From,
                ["to"] = r.Record.To,
                ["properties"] = FactNode.EdgeProperties(r.Record, r.Sort),
            };
    }

    private void AddEntities(BatchPlan? plan)
    {
        var entities = plan?.Entities ?? [];
        Add("entities", entities, e => EntityNode.Properties(e, batch.Unit));
        // These write nothing themselves.
        _parameters["events"] = entities.Where(e => e.Type == EntityTypes.Event).Select(e => e.Id).ToList();
        AddIds("disowned", plan?.Disowned);
        Add("formerIds", entities.SelectMany(e => e.FormerIds.Select(id => (Id: id, Entity: e.Id))), f =>
            new() { ["id"] = f.Id, ["entity"] = f.Entity }
        );
        Add("references", entities.SelectMany(References), r => new()
            {
                ["from"] = r.From,
                ["type"] = r.Type,
                ["to"] = r.To,
            });
        Add("names", entities.SelectMany(e => e.Names.Select((name, i) => (Entity: e, name.Text, Position: i))), n =>
            Name(n.Entity.Id, n.Entity.Type.Name, n.Text, n.Position)
        );
        AddIds(
            "unnamed",
            [
                .. entities.Select(e => e.Id),
                .. plan?.Past ?? [],
                .. plan?.Gone ?? [],
                .. HasArticle(plan) ? [batch.Unit] : Array.Empty<string>(),
            ]
        );

        static IEnumerable<(string From, string Type, string To)> References(Entity e) =>
            e
                .Type.Properties.Where(p => p.Kind is PropertyKind.Entity or PropertyKind.Entities && e.Properties.ContainsKey(p.Name))
                .SelectMany(p =>
                    e.Properties[p.Name]
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(to => (e.Id, Statements.ReferenceType(p.Name), to))
                );
    }

    private void AddArticle(BatchPlan? plan)
    {
        var article = HasArticle(plan) ? batch.Article : null;
        Add("articles", article is null ? [] : new[] { article }, a =>
            ArticleNode.Properties(a, batch.Citations.Select(c => CitationKey.For(c, a)).Distinct().Count())
        );
        AddIds("pastArticles", HasArticle(plan) && article is null ? [batch.Unit] : []);
        Add("titles", article is null ? [] : new[] { article.Title, article.TitleEnglish }.Index(), t =>
            Name(batch.Unit, "Article", t.Item, t.Index)
        );
        AddIds("unsaid", plan?.HaveSentencesChanged is true ? [batch.Unit] : []);
        foreach (var sentence in batch.Sentences)
            Check($"the sentence {sentence.Address}", sentence.Text, MaxSentenceBytes);
        Add("sentences", plan?.HaveSentencesChanged is true ? batch.Sentences : [], s => SentenceNode.Properties(s, batch.Unit));
        Add("mentions", plan?.Mentions ?? new Dictionary<string, string>(), m => new()
            {
                ["article"] = batch.Unit,
                ["entity"] = m.Key,
                ["kind"] = m.Value,
                ["sort"] = batch.Article is { } dated ? Day.Of(dated.Date) : Day.Undated,
            });
    }

    private void AddFacts(BatchPlan? plan, long version, Instant recordedAt)
    {
        foreach (var (key, _) in plan?.Citations ?? [])
            Check($"the words cited at {key.Sort}", key.Words, MaxNameBytes);
        Add("citations", plan?.Citations ?? [], c => CitationNode.Properties(c.Key, c.Record));
        Add("observations", plan?.Observations ?? [], o => ObservationNode.Properties(o.Record, o.Sort, recordedAt, version));
        Add(
            "observationLinks",
            plan?.Observations.SelectMany(o => ObservationNode.Links(o.Record).Select(link => (o.Record.Id, link.Type, link.To))) ?? [],
            link =>
                new()
                {
                    ["from"] = link.Id,
                    ["type"] = link.Type,
                    ["to"] = link.To,
                }
        );
        Add("moved", plan?.Moved ?? [], m => new() { ["id"] = m.Id, ["sort"] = m.Sort });
        Add("statements", plan?.Statements ?? [], s => new(FactNode.StatementProperties(s.Relationship))
            {
                ["fact"] = s.Relationship.Id,
                ["article"] = batch.Unit,
                ["cited"] = s.Cited,
            });
        Add("formerFactIds", plan?.Statements.Where(s => s.Relationship.FormerId is not null) ?? [], s =>
            new() { ["id"] = s.Relationship.FormerId, ["fact"] = s.Relationship.Id }
        );
    }

    /// <summary>The registry has no article; an article that is removed has a plan without one.</summary>
    private bool HasArticle(BatchPlan? plan) => plan is { HasArticleChanged: true } && batch.Unit != GraphBatch.Registry;

    private Dictionary<string, object?> Name(string owner, string type, string text, int position)
    {
        Check($"a name of {owner}", text, MaxNameBytes);
        return new()
        {
            ["owner"] = owner,
            ["type"] = type,
            ["text"] = text,
            ["folded"] = Folding.Fold(text),
            ["position"] = position,
        };
    }

    private void Check(string what, string text, int most)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > most)
            _problems.Add($"{what} is {bytes} bytes long, and the index takes {most}");
    }

    private void AddIds(string name, IEnumerable<string>? ids)
    {
        var list = ids?.ToList() ?? [];
        _rows += list.Count;
        _parameters[name] = list;
    }

    private void Add<T>(string name, IEnumerable<T> items, Func<T, Dictionary<string, object?>> row)
    {
        var list = items.Select(row).ToList();
        _rows += list.Count;
        _parameters[name] = list;
    }
}
