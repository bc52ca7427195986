namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What of an entity or an article a search found.</summary>
internal enum SearchSource
{
    Name,
    Alias,
    Title,
    Sentence,
}
