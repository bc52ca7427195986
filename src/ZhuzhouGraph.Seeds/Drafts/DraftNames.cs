namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>What the seeds know that a draft may use.</summary>
internal sealed class DraftNames
{
    private static readonly string[] Papers = ["日报", "晚报", "晨报", "早报", "都市报", "新报", "时报", "新闻网", "报"];

    /// <param name="newspaper">The newspaper's name; where a known place's name opens it, 全市 is that place.</param>
    public DraftNames(BoundSeeds seeds, string newspaper)
    {
        var entities = seeds.Registry.Concat(seeds.Articles.SelectMany(article => article.Entities)).Select(x => x.Entity).ToList();
        Known = new(entities, newspaper);
        Indicators = new(Known);
        var facts = seeds.Articles.SelectMany(article => article.Facts).Select(fact => fact.Node).OfType<Relationship>();
        var posts =
            from post in facts
            where post.Type == RelationshipTypes.HoldsPost && seeds.Names.Get(post.To) is not null
            select (post.From, seeds.Names.Get(post.To)!, post.Properties.GetValueOrDefault("title", ""));
        Posts = new(Known, posts);
        var place = Array.Find(Papers, paper => newspaper.EndsWith(paper, StringComparison.Ordinal)) is { } paper
            ? newspaper[..^paper.Length]
            : "";
        City = entities.FirstOrDefault(entity =>
            entity.Type == EntityTypes.Place && entity.Names.Any(name => name.Language == "zh" && name.Text == place)
        );
        NewspaperEnglish = seeds.Source.Issues.FirstOrDefault(issue => issue.Newspaper?.Value == newspaper)?.NewspaperEnglish?.Value
            ?? entities
                .FirstOrDefault(entity => entity.Names.Any(name => name.Text == newspaper))
                ?.Names.FirstOrDefault(name => name.Language == "en")
                ?.Text;
    }

    public KnownNames Known { get; }
    public DraftIndicators Indicators { get; }
    public DraftPosts Posts { get; }

    /// <summary>The place of the newspaper, or null.</summary>
    public Entity? City { get; }

    /// <summary>The newspaper's English name, where the seeds have it.</summary>
    public string? NewspaperEnglish { get; }
}
