using System.Globalization;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>The article, and what search finds: sentences, names and titles.</summary>
internal sealed partial class BatchWriter
{
    private void WriteArticle()
    {
        if (!plan.HasArticleChanged)
            return;
        DeleteNames([Unit]);
        if (batch.Article is not { } article)
        {
            Run("UPDATE article SET is_removed = 1, citations = 0 WHERE id = $1", Unit);
            return;
        }
        Run(
            """
            INSERT INTO article (id, sort, title, name, json, text, citations) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, title = excluded.title, name = excluded.name,
                json = excluded.json, text = excluded.text, citations = excluded.citations, is_removed = 0
            """,
            Unit,
            Day.Of(article.Date),
            $"{Folding.Fold(article.Title)}\n{Folding.Fold(article.TitleEnglish)}",
            article.Title,
            CanonicalJson.Write(article),
            article.Text,
            batch.Citations.Select(c => CitationKey.For(c, article)).Distinct().Count()
        );
        InsertNames(Unit, "Article", [article.Title, article.TitleEnglish]);
    }

    private void WriteSentences()
    {
        if (!plan.HaveSentencesChanged)
            return;
        Run("DELETE FROM sentence_search WHERE rowid IN (SELECT row FROM sentence WHERE article = $1)", Unit);
        Run("DELETE FROM sentence WHERE article = $1", Unit);
        foreach (var sentence in batch.Sentences)
        {
            Run(
                "INSERT INTO sentence (article, place, address, text) VALUES ($1, $2, $3, $4)",
                Unit,
                sentence.Address.SortKey,
                sentence.Address.ToString(),
                sentence.Text
            );
            Run(
                "INSERT INTO sentence_search (rowid, code_points) VALUES (last_insert_rowid(), $1)",
                SqliteGraphStore.CodePoints(Folding.Fold(sentence.Text))
            );
        }
    }

    private void DeleteNames(IReadOnlyCollection<string> owners)
    {
        RunFor(owners, "DELETE FROM name_search WHERE rowid IN (SELECT row FROM name WHERE owner IN (SELECT value FROM json_each($1)))");
        RunFor(owners, "DELETE FROM name WHERE owner IN (SELECT value FROM json_each($1))");
    }

    private void InsertNames(string owner, string type, IEnumerable<string> names)
    {
        foreach (var (position, text) in names.Index())
        {
            var folded = Folding.Fold(text);
            Run(
                "INSERT INTO name (owner, type, place, text, folded) VALUES ($1, $2, $3, $4, $5)",
                owner,
                type,
                position.ToString("D4", CultureInfo.InvariantCulture),
                text,
                folded
            );
            Run("INSERT INTO name_search (rowid, code_points) VALUES (last_insert_rowid(), $1)", SqliteGraphStore.CodePoints(folded));
        }
    }
}
