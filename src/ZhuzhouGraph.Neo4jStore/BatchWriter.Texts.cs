using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>The article, its sentences, and whom it mentions.</summary>
internal sealed partial class BatchWriter
{
    /// <summary>True where the article's node is written or becomes past; the registry has none.</summary>
    private bool IsArticleWritten => _plan.HasArticleChanged && batch.Unit != GraphBatch.Registry;

    /// <summary>The article as it is written; null where its node stays as it is, and where it is removed.</summary>
    private Article? Article => IsArticleWritten ? batch.Article : null;

    private void AddArticle()
    {
        _rows.Add("articles", Article is { } written ? new[] { written } : [], article =>
            ArticleNode.Properties(article, batch.Citations.Select(c => CitationKey.For(c, article)).Distinct().Count())
        );
        _rows.AddIds("pastArticles", IsArticleWritten && Article is null ? [batch.Unit] : []);
    }

    private void AddSentences()
    {
        _rows.AddIds("unsaid", _plan.HaveSentencesChanged ? [batch.Unit] : []);
        foreach (var sentence in batch.Sentences)
            _rows.Check($"the sentence {sentence.Address}", sentence.Text, ImportRows.MaxSentenceBytes);
        _rows.Add("sentences", _plan.HaveSentencesChanged ? batch.Sentences : [], sentence =>
            SentenceNode.Properties(sentence, batch.Unit)
        );
    }

    private void AddMentions()
    {
        _rows.AddIds("unmentioned", _plan.Unmentioned);
        _rows.Add("mentions", _plan.Mentions, mention => new()
            {
                ["article"] = batch.Unit,
                ["entity"] = mention.Key,
                ["kind"] = mention.Value,
                ["sort"] = batch.Article is { } dated ? Day.Of(dated.Date) : Day.Undated,
            });
    }
}
