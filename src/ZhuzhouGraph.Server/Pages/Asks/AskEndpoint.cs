using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using Microsoft.AspNetCore.Http.Features;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Pages.States;
using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Pages.Asks;

/// <summary>
/// <c>/ask</c>: questions in GraphQL, written and answered in a page. A question stands in the address, or comes by POST from the form;
/// both ways it is run like every other.
/// </summary>
internal sealed class AskEndpoint(PageEndpoint pages, GraphExecutor executor, Clients clients, RequestLimits limits)
{
    /// <summary>Characters of an answer that are shown; programs get all of it.</summary>
    public const int MostShown = 64 * 1024;

    /// <summary>Characters of an address that every browser and server passes on.</summary>
    private const int LongestAddress = 7_000;

    private const string QueryName = "query",
        VariablesName = "variables",
        Allowed = "GET, HEAD, POST";

    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Task HandleAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        || HttpMethods.IsGet(context.Request.Method)
        || HttpMethods.IsHead(context.Request.Method)
            ? pages.WriteAsync(context, visit => ShowAsync(context, visit))
            : GraphHost.NotAllowedAsync(context, Allowed);

    private async Task<Shown> ShowAsync(HttpContext context, Visit visit)
    {
        var stored = visit.Id is { } slug ? StoredQuestion.All.FirstOrDefault(question => question.Slug == slug) : null;
        if (visit.Id is not null && stored is null)
            return StatePages.NotFound(visit);
        var (query, variables, refusal) = await ReadAsync(context, visit, stored);
        var model = new AskModel(query ?? "", variables ?? "") { Stored = stored };
        if (refusal is not null)
            return Of(visit, model with { Faults = [new("BAD_REQUEST", refusal.For(visit), null, null)] }, StatusCodes.Status400BadRequest);
        return string.IsNullOrWhiteSpace(query) ? Of(visit, model) : await AnsweredAsync(context, visit, await PrettyAsync(model));
    }

    private async Task<Shown> AnsweredAsync(HttpContext context, Visit visit, AskModel model)
    {
        Inputs? inputs;
        try
        {
            var json = string.IsNullOrWhiteSpace(model.Variables) ? null : JsonInput.Read(Encoding.UTF8.GetBytes(model.Variables), limits);
            inputs = json switch
            {
                null => null,
                Dictionary<string, object?> members => new Inputs(members),
                _ => throw new JsonException(visit.Say("变量须为 JSON 对象。", "Variables have to be a JSON object.")),
            };
        }
        catch (Exception e) when (e is JsonException or RefusedInputException or InvalidOperationException)
        {
            var fault = new AskFault("BAD_REQUEST", $"{visit.Say("变量", "Variables")}: {e.Message}", null, null);
            return Of(visit, model with { Faults = [fault] }, StatusCodes.Status400BadRequest);
        }
        var answer = await executor.AnswerAsync(
            new GraphQLRequest(model.Query, null, inputs, IsQueryOnly: true, Site: visit.Origin),
            clients.Of(context),
            context.RequestAborted
        );
        var status = answer.Outcome switch
        {
            Outcome.Answered => StatusCodes.Status200OK,
            Outcome.Spent => StatusCodes.Status429TooManyRequests,
            Outcome.Unavailable or Outcome.Busy => StatusCodes.Status503ServiceUnavailable,
            Outcome.Failed => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status400BadRequest,
        };
        var text = await TextOfAsync(answer, context.RequestAborted);
        var address = GraphEndpoint.Path + Visit.Query([(QueryName, model.Query), (VariablesName, Filled(model.Variables))]);
        return Of(
            visit,
            model with
            {
                Faults = [.. (answer.Result.Errors ?? []).Select(error => FaultOf(error, model.Query))],
                Answer = text.Length <= MostShown ? text : text[..MostShown],
                IsCut = text.Length > MostShown,
                Address = address.Length <= LongestAddress ? address : null,
            },
            status
        );
    }

    /// <summary>What the address or the form says; of a stored question its own query.</summary>
    private async Task<(string? Query, string? Variables, Bilingual? Refusal)> ReadAsync(
        HttpContext context,
        Visit visit,
        StoredQuestion? stored
    )
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return (visit.Given(QueryName) ?? stored?.Query, visit.Given(VariablesName), null);
        if (!context.Request.HasFormContentType)
            return (null, null, new("请用本页的表单提交。", "Send the form of this page."));
        try
        {
            context.Features.Set<IFormFeature>(
                new FormFeature(
                    context.Request,
                    new FormOptions
                    {
                        ValueCountLimit = 8,
                        KeyLengthLimit = 64,
                        ValueLengthLimit = limits.BodyBytes,
                        BufferBodyLengthLimit = limits.BodyBytes,
                        MultipartBodyLengthLimit = limits.BodyBytes,
                    }
                )
            );
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return (form[QueryName].ToString().ReplaceLineEndings("\n"), form[VariablesName].ToString(), null);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return (null, null, new("表单过长或格式有误。", "The form is too long, or is none."));
        }
    }

    /// <summary>A document on one line, as pages link to it, in lines.</summary>
    private static async Task<AskModel> PrettyAsync(AskModel model)
    {
        if (model.Query.Contains('\n') || model.Query.Length < 80)
            return model;
        try
        {
            var document = GraphQLParser.Parser.Parse(model.Query);
            using var text = new StringWriter();
            await new GraphQLParser.Visitors.SDLPrinter().PrintAsync(document, text);
            return model with { Query = text.ToString().ReplaceLineEndings("\n").Trim() };
        }
        catch (GraphQLParser.Exceptions.GraphQLParserException)
        {
            return model;
        }
    }

    private static async Task<string> TextOfAsync(GraphAnswer answer, CancellationToken cancellationToken)
    {
        var json = await ResponseWriter.BytesOfAsync(answer.Result, cancellationToken);
        // What is cut anyway need not look well.
        if (json.Length > 4 * MostShown)
            return Encoding.UTF8.GetString(json);
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document, Pretty);
    }

    private static AskFault FaultOf(ExecutionError error, string query)
    {
        var message = Echo.MessageOf(error);
        if (error.Locations is not [var first, ..])
            return new(error.Code ?? "", message, null, null);
        var lines = query.Split('\n');
        var excerpt =
            first.Line <= lines.Length && lines[first.Line - 1] is { Length: <= 200 } line
                ? $"{line}\n{new string(' ', Math.Max(0, first.Column - 1))}^"
                : null;
        return new(error.Code ?? "", message, first.Line, excerpt);
    }

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static Shown Of(Visit visit, AskModel model, int status = StatusCodes.Status200OK) =>
        Shown.Of<AskView, AskModel>(
            model,
            model.Stored is { } stored ? visit.Say(stored.Chinese, stored.English) : visit.Say("提问", "Ask")
        ) with
        {
            Status = status,
        };
}
