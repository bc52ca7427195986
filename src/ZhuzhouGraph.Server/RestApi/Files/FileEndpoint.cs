using System.Threading.RateLimiting;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.RestApi.Files;

/// <summary>
/// Answers with files: of one data version, as the command <c>export</c> writes them. What goes wrong before a file is under way is a
/// problem with a status; after that the connection is broken off, for a file that ends early must not look whole.
/// </summary>
internal sealed partial class FileEndpoint(
    IGraphStore store,
    RestDoor door,
    AnswerMemory memory,
    AnswerTags tags,
    RequestLimits limits,
    ILogger log
) : IDisposable
{
    /// <summary>How often a file is put together, where imports come in between.</summary>
    private const int MostRuns = 3;

    private readonly ConcurrencyLimiter _downloads = new(new() { PermitLimit = limits.DownloadsAtOnce, QueueLimit = 0 });

    /// <summary>What is asked for, once it is known that it can be.</summary>
    private sealed record Prepared(ExportRequest Request, RestProblem? Problem);

    /// <returns>Why there is no file; null where there is one, or a client has it.</returns>
    public async Task<RestProblem?> SendAsync(HttpContext context, RestOperation operation, RestInput input, FileChoice choice, string? id)
    {
        var cancellationToken = context.RequestAborted;
        var format = choice.Format!;
        if (await door.StandingAsync(cancellationToken) is { } standing)
            return standing;
        var language = RestProblem.Prefers(context.Request, "en", "zh") ? "en" : "zh";
        var question = AnswerMemory.QuestionOf(context.Request, format.Name, choice.WithLabels ? $"{language} labels" : language);
        var isPosted = HttpMethods.IsPost(context.Request.Method);
        if (
            !isPosted
            && await memory.TrySendAsync(context, question, format.Name, format.ContentType, version => Sending.HashOf(question, version))
        )
            return null;
        using var turn = _downloads.AttemptAcquire();
        if (!turn.IsAcquired)
            return RestDoor.Away(
                RestProblem.Downloads,
                $"{limits.DownloadsAtOnce} files are under way, which the limit 'downloadsAtOnce' allows. Try again.",
                $"同时下载已达 {limits.DownloadsAtOnce} 个（限制 'downloadsAtOnce'），请稍后再试。"
            );
        var (prepared, problem) = await door.AskAsync(
            token =>
                store.ReadAsync(
                    snapshot => PrepareAsync(new RestCall(snapshot, input, id, limits, token), operation, choice, language),
                    token
                ),
            cancellationToken
        );
        if ((problem ?? prepared!.Problem) is { } refused)
            return refused;
        var name = NameOf(operation, id, context.Request) + format.Extension;
        var sending = new Sending(context, tags, format, prepared!.Request, name, question);
        return await StreamAsync(context, sending, name);
    }

    public void Dispose() => _downloads.Dispose();

    private async Task<Prepared> PrepareAsync(RestCall call, RestOperation operation, FileChoice choice, string language)
    {
        var format = choice.Format!;
        var asked = await operation.File!.Ask(call);
        var request = FileParameters.Read(call, format, asked ?? new(), language, choice.WithLabels);
        if (call.Faults.Count > 0)
            return new(request, RestProblem.Of(call.Faults));
        if (request.After is not null || format.HeldOf(request) is not var (query, allowed))
            return new(request, null);
        var most = Math.Min(allowed, limits.FiguresHeld);
        var figures = await call.Snapshot.CountAsync(query, call.CancellationToken);
        return new(
            request,
            figures > most
                ? TooLarge($"{figures} figures fit, and {format.Name} as it is asked for takes {most} at most.", figures, most)
                : null
        );
    }

    private async Task<RestProblem?> StreamAsync(HttpContext context, Sending sending, string name)
    {
        await using var file = sending.File;
        try
        {
            var (_, problem) = await door.AskAsync(
                async token =>
                {
                    for (var run = 1; !await TryAsync(sending, run, token); run++) { }
                    return true;
                },
                limits.DownloadDeadline,
                "downloadDeadline",
                context.RequestAborted
            );
            if (problem is null)
                await sending.FinishAsync(memory);
            else if (sending.HasBegun)
                BreakOff(context, name, problem.Detail);
            else
                return problem;
            return null;
        }
        catch (HeadersSufficeException)
        {
            return null;
        }
        catch (ExportRefusedException e) when (!sending.HasBegun)
        {
            return e.Most is { } most
                ? TooLarge(e.Message, null, most)
                : new(StatusCodes.Status422UnprocessableEntity, RestProblem.FormatRefused, e.Message);
        }
        catch (Exception e) when (sending.HasBegun && e is not OperationCanceledException)
        {
            BreakOff(context, name, e.ToString());
            return null;
        }
    }

    /// <summary>Writes the file, or nothing where an import changed what it is of while it was put together.</summary>
    /// <returns>Whether it is written; otherwise it can be of the version that is there now.</returns>
    private async Task<bool> TryAsync(Sending sending, int run, CancellationToken cancellationToken)
    {
        try
        {
            await store.StreamAsync(graph => sending.WriteAsync(graph, cancellationToken), cancellationToken);
            return true;
        }
        catch (GraphStoreException e) when (e.IsTransient && !sending.HasBegun && run < MostRuns)
        {
            if ((await store.HeadAsync(cancellationToken)).Version == sending.Version)
                throw;
            sending.File.Clear();
            return false;
        }
    }

    private static RestProblem TooLarge(string detail, long? estimated, int most) =>
        new(StatusCodes.Status413PayloadTooLarge, RestProblem.TooLarge, detail)
        {
            Chinese = $"超出此格式的容量：{(estimated is { } rows ? $"共 {rows} 行，" : "")}最多 {most} 行。",
            Size = new(
                estimated,
                most,
                "Narrow it by 'about', 'indicators' or 'periodOverlaps', or take csv, ndjson or parquet, which have no bound.",
                "请用 about、indicators 或 periodOverlaps 缩小范围，或改用没有上限的 csv、ndjson、parquet。"
            ),
        };

    /// <summary>The parameters whose values a file is called after: what figures are of, and who says them.</summary>
    private static readonly string[] Naming = ["indicators", "about", "attributedTo", "text"];

    /// <summary>What a file is called: after its address, and what that names and is narrowed to.</summary>
    private static string NameOf(RestOperation operation, string? id, HttpRequest request) =>
        string.Join(
            '-',
            new[] { NameOf(operation, id) }
                .Append(FileNames.Safe(string.Join(' ', Naming.SelectMany(name => request.Query[name]))))
                .Where(part => part.Length > 0)
        );

    private static string NameOf(RestOperation operation, string? id)
    {
        var words = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var list] => list,
            [_, _] => Safe(id!),
            _ => $"{Safe(id!)}-{words[^1]}",
        };

        static string Safe(string id) => string.Concat(id.Select(c => char.IsLetterOrDigit(c) ? c : '-'));
    }

    /// <summary>Tells a client by the only means that are left that this is no end.</summary>
    private void BreakOff(HttpContext context, string name, string reason)
    {
        LogBrokenOff(name, reason);
        context.Abort();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The file {Name} was broken off: {Reason}")]
    private partial void LogBrokenOff(string name, string reason);
}
