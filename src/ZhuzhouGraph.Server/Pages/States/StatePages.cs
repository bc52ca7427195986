using System.Collections;
using GraphQL;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Pages.Parts;

namespace ZhuzhouGraph.Server.Pages.States;

/// <summary>What is shown in the place of a page: each state has one status, one word and a way on.</summary>
internal static class StatePages
{
    private static readonly StoredDocument Candidates = StoredDocument.Named("candidates");

    /// <summary>Asks another stored document in the same visit; nothing where it is not answered.</summary>
    public delegate Task<ReadOnlyMemory<byte>?> Ask(StoredDocument document, Dictionary<string, object?> variables);

    private sealed record CandidateData(IReadOnlyList<Candidate?> Nodes);

    /// <summary>The page for an answer that is none; null where there is one.</summary>
    public static async Task<Shown?> OfAsync(Visit visit, WebPage page, GraphAnswer answer, Ask ask) =>
        await OfAsync(visit, answer, ask) is { } state
            ? WithForm(state, visit, page, answer.Result.Errors!.Select(error => (Echo.MessageOf(error), TextOf(error).For(visit))))
            : null;

    /// <summary>What is told of an error at a field: who or what is near stands below.</summary>
    private static Bilingual TextOf(ExecutionError error) =>
        error.Code switch
        {
            GraphErrors.UnknownName => UnknownHeading,
            GraphErrors.AmbiguousName => AmbiguousHeading,
            _ => Told(Echo.MessageOf(error)),
        };

    /// <summary>A message, in English to all where nobody has written it in Chinese.</summary>
    private static Bilingual Told(string message) => new(ChineseMessages.WithPlace(message) ?? message, message);

    private static async Task<Shown?> OfAsync(Visit visit, GraphAnswer answer, Ask ask)
    {
        if (answer is { Outcome: Outcome.Answered, Result.Errors: null or { Count: 0 } })
            return null;
        var error = answer.Result.Errors![0];
        var message = Echo.MessageOf(error);
        return answer.Outcome switch
        {
            Outcome.Unavailable or Outcome.Busy => Away(visit, error.Code!),
            Outcome.Spent => Of(visit, 429, error.Code, SpentHeading, [SpentLine, Told(message)]),
            Outcome.Failed => Of(visit, 500, error.Code, DefectHeading, [Told(message)]),
            _ when error.Code == GraphErrors.InternalError => Of(visit, 500, error.Code, DefectHeading, [Told(message)]),
            _ when error.Code == GraphErrors.InvalidId => NotFound(visit),
            _ when error.Code == GraphErrors.AmbiguousName => await AmbiguousAsync(visit, error, ask),
            _ when error.Code == GraphErrors.UnknownName => await UnknownAsync(visit, error, ask),
            _ => Of(visit, 400, error.Code, RefusedHeading, [RefusedLine, Told(message)]),
        };
    }

    /// <param name="page">The page that is refused; null where that is not one of the site's.</param>
    public static Shown Refused(Visit visit, Bilingual problem, WebPage? page = null) =>
        WithForm(
            Of(visit, 400, GraphErrors.InvalidArgument, RefusedHeading, [problem]),
            visit,
            page,
            [(problem.English, problem.For(visit))]
        );

    /// <summary>The same with the form of the page, which holds what was typed, and what is wrong with its fields.</summary>
    /// <param name="told">The messages, and what of them is told at a field.</param>
    private static Shown WithForm(Shown state, Visit visit, WebPage? page, IEnumerable<(string Message, string Text)> told) =>
        page?.FormOf(visit) is not { } form
            ? state
            : state with
            {
                Model = (StateModel)state.Model with
                {
                    Form = form,
                    Faults =
                    [
                        .. told.Select(one => Fault.Of(visit, page, one.Message, one.Text))
                            .OfType<Fault>()
                            .DistinctBy(fault => (fault.Parameter, fault.Value)),
                    ],
                },
                HasOwnSearch = form.Of == typeof(SearchBox),
            };

    public static Shown Spent(Visit visit, ClientPurse purse) =>
        Of(visit, 429, purse.Refusal.Code, SpentHeading, [SpentLine, new(purse.ChineseRefusal, purse.Refusal.Message)]);

    public static Shown Defect(Visit visit, string id) =>
        Of(visit, 500, GraphErrors.InternalError, DefectHeading, [new($"这是服务器的错误，日志中编号为 {id}。", GraphErrors.Defect(id))]);

    /// <summary>There is nothing at an address of this site, or nothing with that id.</summary>
    public static Shown NotFound(Visit visit) =>
        Of(
            visit,
            404,
            null,
            new("此地址没有内容", "There is nothing at this address"),
            [
                new(
                    "网址可能写错了。请用搜索框查找名称、数字或报道。",
                    "The address may be mistyped. The search box finds names, figures and articles."
                ),
            ]
        );

    /// <summary>503 in both languages, whoever asks: it is no page that is read at leisure.</summary>
    public static Shown Away(Visit visit, string code)
    {
        Bilingual line = code switch
        {
            GraphErrors.StoreEmpty => new("库中尚无数据：请先导入。", "The store is empty: nothing has been imported yet."),
            GraphErrors.StoreUnavailable => new(
                "数据库暂时无法读取，请稍后再试；处理办法见服务器日志。",
                "The store cannot be read now. Try again in a moment; the server's log says what its operator has to do."
            ),
            _ => new("现在太忙，或此问题耗时过长；请稍后再试。", "The server is busy, or this takes too long. Try again in a moment."),
        };
        return Of(
            visit,
            503,
            code,
            new("暂时无法回答 · No answer just now", "No answer just now · 暂时无法回答"),
            [line, new(line.English, line.Chinese)]
        );
    }

    /// <summary>The word for what went wrong at the door of the store.</summary>
    public static string CodeOf(StoreFailure failure) =>
        failure.Kind switch
        {
            StoreFailureKind.Away => GraphErrors.StoreUnavailable,
            StoreFailureKind.Late => RestApi.RestProblem.Deadline,
            _ => RestApi.RestProblem.Waiting,
        };

    private static async Task<Shown> AmbiguousAsync(Visit visit, ExecutionError error, Ask ask) =>
        Of(
            visit,
            300,
            error.Code,
            AmbiguousHeading,
            [new("请选择所指的一个；本站不替您选。", "Choose the one that you mean; nothing is chosen for you.")],
            await ToldAsync(error, "candidates", ask)
        );

    private static async Task<Shown> UnknownAsync(Visit visit, ExecutionError error, Ask ask)
    {
        var near = await ToldAsync(error, "nearest", ask);
        return Of(
            visit,
            404,
            error.Code,
            UnknownHeading,
            [
                near.Count == 0
                    ? new("请用搜索框查找名称、数字或报道。", "The search box finds names, figures and articles.")
                    : new("是否想找：", "Perhaps you mean:"),
            ],
            near
        );
    }

    /// <summary>The candidates of an error with what tells them apart; as the error has them where that cannot be asked.</summary>
    private static async Task<IReadOnlyList<Candidate>> ToldAsync(ExecutionError error, string member, Ask ask)
    {
        var named = (error.Extensions?.GetValueOrDefault(member) as IEnumerable ?? Array.Empty<object>())
            .OfType<IReadOnlyDictionary<string, object?>>()
            .Select(one => new Candidate((string)one["id"]!, (string)one["type"]!, (string)one["name"]!))
            .ToList();
        if (named.Count == 0)
            return named;
        var variables = new Dictionary<string, object?>
        {
            ["ids"] = named.Select(one => (object?)one.Id).ToList(),
            ["types"] = new List<object?> { RelationshipTypes.HoldsPost.Name, RelationshipTypes.LocatedIn.Name },
        };
        return await ask(Candidates, variables) is { } json
            ? [.. PageJson.Read<CandidateData>(json.Span).Nodes.OfType<Candidate>()]
            : named;
    }

    private static Shown Of(
        Visit visit,
        int status,
        string? code,
        Bilingual heading,
        IEnumerable<Bilingual> lines,
        IReadOnlyList<Candidate>? candidates = null
    ) =>
        Shown.Of<StateView, StateModel>(
            new StateModel(heading.For(visit), code, [.. lines.Select(line => line.For(visit)).Distinct()])
            {
                Candidates = candidates ?? [],
            },
            heading.For(visit)
        ) with
        {
            Status = status,
            Searched = visit.Given("q"),
        };

    private static readonly Bilingual AmbiguousHeading = new("这个名称不止一个所指", "Several things have this name"),
        UnknownHeading = new("没有这个名称或标识", "Nothing has this name or id");

    private static readonly Bilingual RefusedHeading = new("无法这样查询", "This cannot be asked so"),
        RefusedLine = new("请求中有一处超出了允许的范围：", "Something in the request is not allowed:"),
        SpentHeading = new("近来请求过多", "You have asked for too much of late"),
        SpentLine = new("请稍后再试。", "Try again in a moment."),
        DefectHeading = new("服务器内部错误", "Something is wrong on our side");
}
