using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages.Gaps;

/// <summary>
/// <c>/coverage/…</c>, for the editor: what <c>check --coverage</c> finds of an article, read from its seed and from the text that the
/// store holds. It looks and writes nothing.
/// </summary>
/// <param name="seeds">The folder of the seeds; null where the server does not have them.</param>
internal sealed class GapsEndpoint(
    PageEndpoint pages,
    IGraphStore store,
    StoreDoor door,
    Clients clients,
    RequestLimits limits,
    string? seeds
)
{
    private const string Prefix = "article:";

    /// <summary>What a look costs a client: an article is read and bound anew each time.</summary>
    private const int Price = 1_000;

    /// <summary>Gaps that are shown.</summary>
    private const int Most = 200;

    public Task HandleAsync(HttpContext context) => pages.WriteAsync(context, visit => ShowAsync(context, visit));

    private async Task<Shown> ShowAsync(HttpContext context, Visit visit)
    {
        var id = visit.Id!;
        if (NodeId.KindOf(Prefix + id) is not NodeKind.Article)
            return StatePages.NotFound(visit);
        if (clients.Of(context) is { } purse && !purse.Pays(Price))
            return StatePages.Spent(visit, purse);
        if (!door.IsReady)
            return StatePages.Away(visit, GraphErrors.StoreUnavailable);
        if (FileOf(id) is not { } file)
            return Of(visit, new(id, null, Missing.Seeds, []));
        var (read, failure) = await door.AskAsync(
            token => SeedImporter.CheckAsync(file, null, store, token),
            limits.Deadline,
            context.RequestAborted
        );
        door.Note(failure);
        return failure is not null ? StatePages.Away(visit, StatePages.CodeOf(failure)) : Of(visit, Told(id, read!));
    }

    private static GapsModel Told(string id, CheckedSeeds read)
    {
        if (read.Seeds.Articles is not [var article, ..])
            return new(id, null, Missing.Nothing, [.. read.Problems.Select(GapOf)]);
        var isHeld = read.Seeds.Texts.Find(article.Article.Sha256) is not null;
        var gaps = read.Problems.Concat(isHeld ? SeedCoverage.Gaps(read.Seeds) : []);
        return new(id, article.Article.Title, isHeld ? Missing.Nothing : Missing.Text, [.. gaps.Take(Most).Select(GapOf)]);
    }

    private static Gap GapOf(Problem problem) =>
        new(
            problem.Location.Field is { } field && Address.Parse(field) is not null ? field : null,
            problem.Code,
            problem.Location.Line is { } line ? $"{problem.Message} ({line})" : problem.Message
        );

    /// <summary>The article's seed. An id has lower-case letters, digits and hyphens alone, so it stays in the folder.</summary>
    private string? FileOf(string id) =>
        seeds is not null && Path.Combine(seeds, "articles", $"{id}.yaml") is var file && File.Exists(file) ? file : null;

    private static Shown Of(Visit visit, GapsModel model) =>
        Shown.Of<GapsView, GapsModel>(model, visit.Say($"未记录的内容：{model.Title ?? model.Article}", $"What is open: {model.Article}"));
}
