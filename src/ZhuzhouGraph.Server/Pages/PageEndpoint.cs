using System.Security.Cryptography;
using System.Text;
using GraphQL;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>
/// Answers with pages: reads the visit, runs the page's document as any other question, and renders what it answers. Whatever goes wrong
/// is a page, too, with the status that other doors have for it.
/// </summary>
internal sealed partial class PageEndpoint(
    IGraphStore store,
    StoreDoor door,
    GraphExecutor executor,
    PageRenderer renderer,
    AnswerTags tags,
    Clients clients,
    RequestLimits limits,
    PublicUrl site,
    ILogger<PageEndpoint> log
)
{
    /// <summary>Another program makes other pages of the same data.</summary>
    private static readonly string Program = typeof(PageEndpoint).Module.ModuleVersionId.ToString("N");

    /// <summary>Parameters of a page that nothing has of which the reader is told.</summary>
    private const int MostUnknown = 5;

    public Task HandleAsync(HttpContext context, WebPage page) =>
        InPageAsync(
            context,
            visit =>
            {
                var purse = clients.Of(context);
                return purse?.Pays(ClientPurse.Least) is false
                    ? WriteAsync(context, visit, StatePages.Spent(visit, purse))
                    : AnswerAsync(context, visit, page, purse);
            },
            page
        );

    /// <summary>A page that has no stored document.</summary>
    public Task WriteAsync(HttpContext context, Func<Visit, Task<Shown>> show) =>
        InPageAsync(context, async visit => await WriteAsync(context, visit, await show(visit)));

    /// <summary>There is nothing at an address.</summary>
    public Task NotFoundAsync(HttpContext context) => InPageAsync(context, visit => WriteAsync(context, visit, StatePages.NotFound(visit)));

    /// <summary>Whatever goes wrong is told in a page.</summary>
    private async Task InPageAsync(HttpContext context, Func<Visit, Task> write, WebPage? page = null)
    {
        var visit = VisitOf(context, page?.Lists ?? [], out var problem);
        PageHeaders.Set(context.Response, visit, page?.IsEmbeddable is true);
        try
        {
            await (problem is null ? write(visit) : WriteAsync(context, visit, StatePages.Refused(visit, problem, page)));
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or BadHttpRequestException))
        {
            var id = GraphErrors.NewDefectId();
            LogDefect(e, id);
            await WriteAsync(context, visit, StatePages.Defect(visit, id));
        }
    }

    private async Task AnswerAsync(HttpContext context, Visit visit, WebPage page, ClientPurse? purse)
    {
        var document = page.DocumentFor(visit);
        var variables = page.Variables(visit, out var problem);
        if (problem is not null)
        {
            await WriteAsync(context, visit, StatePages.Refused(visit, problem, page));
            return;
        }
        var (version, away) = await VersionAsync(visit, context.RequestAborted);
        if (away is not null)
        {
            await WriteAsync(context, visit, away);
            return;
        }
        var tag = TagOf(visit, version);
        if (tags.IsKnown(context, tag, Kind))
        {
            tags.SendNotModified(context, tag, Kind);
            return;
        }
        PageHeaders.SetVersion(context.Response, version);
        var frame = new Frame("")
        {
            DataVersion = version?.Number,
            IsOfDay = page.IsOfDay,
            Unknown = UnknownOf(visit, page),
        };
        if (document is null)
        {
            await WriteAsync(context, visit, page.Show(visit, default), frame, tag);
            return;
        }
        var answer = await executor.AnswerAsync(
            new GraphQLRequest(document.Text, null, new Inputs(variables), IsQueryOnly: true, Site: visit.Origin),
            purse,
            context.RequestAborted
        );
        frame = frame with { AsGraphQL = AskAddress.Of(visit, document, variables) };
        if (await StatePages.OfAsync(visit, page, answer, AskAsync) is { } state)
            await WriteAsync(context, visit, state, frame with { IsOfDay = false });
        else
            await WriteAsync(
                context,
                visit,
                page.Show(visit, await ResponseWriter.BytesOfAsync(answer.Result, context.RequestAborted)),
                frame,
                tag
            );

        async Task<ReadOnlyMemory<byte>?> AskAsync(StoredDocument other, Dictionary<string, object?> its)
        {
            var told = await executor.AnswerAsync(
                new GraphQLRequest(other.Text, null, new Inputs(its), IsQueryOnly: true, Site: visit.Origin),
                purse,
                context.RequestAborted
            );
            return told is { Outcome: Outcome.Answered, Result.Errors: null or { Count: 0 } }
                ? new ReadOnlyMemory<byte>(await ResponseWriter.BytesOfAsync(told.Result, context.RequestAborted))
                : null;
        }
    }

    private const string Kind = "text/html";

    /// <summary>The data version that answers; null where that is the only thing that the store cannot say.</summary>
    private async Task<(DataVersion? Version, Shown? Away)> VersionAsync(Visit visit, CancellationToken cancellationToken)
    {
        if (!door.IsReady)
            return (null, StatePages.Away(visit, GraphErrors.StoreUnavailable));
        if (await door.IsEmptyAsync(store, limits.Deadline, cancellationToken))
            return (null, StatePages.Away(visit, GraphErrors.StoreEmpty));
        var (head, failure) = await door.AskAsync(store.HeadAsync, limits.Deadline, cancellationToken);
        door.Note(failure);
        return failure is null ? (head!.Version, null) : (null, StatePages.Away(visit, StatePages.CodeOf(failure)));
    }

    /// <summary>What does nothing on a page: links of others carry such parameters, so they are told of and not refused.</summary>
    private static IReadOnlyList<(string Name, string? Nearest)> UnknownOf(Visit visit, WebPage page)
    {
        string[] known = [.. page.Parameters, .. Visit.Everywhere];
        return
        [
            .. visit
                .Parameters.Select(parameter => parameter.Name)
                .Except(known, StringComparer.Ordinal)
                .Take(MostUnknown)
                .Select(name => (ArgumentReader.Shorten(name), name.Length > ArgumentReader.MaxLength ? null : Nearest.To(name, known))),
        ];
    }

    /// <summary>What a page depends on: its address, the language, the site's name in citations, the data and the program.</summary>
    private static string TagOf(Visit visit, DataVersion? version) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', Program, visit.Language, visit.Origin, version?.Number, version?.RecordedAt, visit.Here())
                )
            )
        )[..32];

    private async Task WriteAsync(HttpContext context, Visit visit, Shown shown, Frame? frame = null, string? tag = null)
    {
        var response = context.Response;
        response.StatusCode = shown.Status;
        if (shown.Elsewhere is { } address)
        {
            response.ContentType = null;
            response.Headers.Location = address;
            return;
        }
        if (shown.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = StoreFailure.RetryAfter;
        var isAnswer = tag is not null && shown.Status == StatusCodes.Status200OK;
        frame = (frame ?? new Frame("")) with
        {
            Title = shown.Title,
            Searched = shown.Searched,
            HasOwnSearch = shown.HasOwnSearch,
            IsLasting = isAnswer,
        };
        if (shown.Around is Surround.Nothing)
            response.ContentType = PageHeaders.PictureType;
        var bytes = Encoding.UTF8.GetBytes(await renderer.RenderAsync(visit, frame, shown));
        if (isAnswer)
            tags.Tag(context, tag!, Kind);
        else
            response.Headers.CacheControl = "no-store";
        response.ContentLength = bytes.Length;
        await response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Readers find the site where the setting says, or else where the browser found it.</summary>
    private Visit VisitOf(HttpContext context, IReadOnlyList<string> lists, out Bilingual? problem)
    {
        var visit = Visit.Of(context.Request, RestApi.RestEndpoint.IdOf(context), lists, out problem);
        return visit with { Origin = site.Value ?? visit.Origin };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed; the reader was told {Id}.")]
    private partial void LogDefect(Exception exception, string id);
}
