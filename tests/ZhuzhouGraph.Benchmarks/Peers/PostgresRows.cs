using System.Globalization;
using ZhuzhouGraph.Benchmarks.News;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>The news as a script of COPY for the tables of <c>postgres.sql</c>. A fact stated again keeps its first place.</summary>
internal static class PostgresRows
{
    public static async Task WriteAsync(string file, NewsGenerator news, CancellationToken cancellationToken)
    {
        await using var script = new StreamWriter(file);
        // Once through the news for each table, because units are made anew faster than they are kept.
        await WriteAsync("entity", unit => unit.Entities.Select(e => Row(e.Id, e.Type.Name, e.Name, English(e))));
        await WriteAsync("name", unit =>
            unit.Entities.SelectMany(e => e.Names.Index().Select(n => Row(e.Id, Number(n.Index), Folding.Fold(n.Item.Text))))
        );
        await WriteAsync("article", unit => unit.Article is { } a ? [Row(a.Id, Day.Of(a.Date), a.Title, a.Text)] : []);
        var stated = new HashSet<string>(StringComparer.Ordinal);
        await WriteAsync("fact", unit => unit.Relationships.Where(r => stated.Add(r.Id)).Select(r => Fact(r, PlaceOf(unit, r.Id))));
        await WriteAsync("observation", unit => unit.Observations.Select(o => Figure(o, PlaceOf(unit, o.Id))));
        await WriteAsync("citation", unit => unit.Citations.Select(c => Evidence(c, unit)));

        async Task WriteAsync(string table, Func<GraphBatch, IEnumerable<string>> rows)
        {
            await script.WriteLineAsync($"COPY {table} FROM stdin;");
            foreach (var unit in news.Articles().Prepend(news.Registry()))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var row in rows(unit))
                    await script.WriteLineAsync(row);
            }
            await script.WriteLineAsync("\\.");
        }
    }

    private static string Fact(Relationship r, string sort)
    {
        var isArticle = r.To.StartsWith("article:", StringComparison.Ordinal);
        return Row(r.Id, r.Type.Name, r.From, isArticle ? null : r.To, isArticle ? r.To : null, sort);
    }

    private static string Figure(Observation o, string sort) =>
        Row(
            o.Id,
            sort,
            o.Article,
            o.Indicator,
            o.About,
            Spelling.UpperSnake(o.Measure.ToString()),
            o.Figure,
            o.Quantity.Unit.Code,
            Number(o.Quantity.Value),
            Number(o.Quantity.Lower?.Value),
            Number(o.Quantity.Upper?.Value)
        );

    private static string Evidence(Citation c, GraphBatch unit)
    {
        var key = CitationKey.For(c, unit.Article!);
        var figure = c.Of.StartsWith("obs:", StringComparison.Ordinal) ? c.Of : null;
        return Row(c.Of, key.Sort, key.Words, figure, c.Article, c.Address.ToString(), c.Quote);
    }

    /// <summary>The place of its first citation, by which our lists are ordered.</summary>
    private static string PlaceOf(GraphBatch unit, string id) =>
        unit.Citations.Where(c => c.Of == id).Select(c => CitationKey.For(c, unit.Article!).Sort).Min(StringComparer.Ordinal)!;

    private static string? English(Entity entity) => entity.Names.FirstOrDefault(n => n is { IsPrimary: true, Language: "en" })?.Text;

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Row(params IEnumerable<string?> values) =>
        string.Join(
            '\t',
            values.Select(value =>
                value
                    ?.Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("\t", "\\t", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal)
                ?? "\\N"
            )
        );
}
