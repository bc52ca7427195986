using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.RestApi;
using ZhuzhouGraph.Text.Claims;
using ZhuzhouGraph.Text.Claims.Relations;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>check-claim TEXT</c>: tells how a claim agrees with what was printed; read and answered as the REST API does.</summary>
internal static class CheckClaimCommand
{
    private static readonly Argument<string> Text = new("TEXT") { Description = "What is claimed, in Chinese or English." };

    private static readonly Option<bool> Json = new("--json") { Description = "The answer of the REST API, instead of sentences." };

    private static readonly Option<bool> Review = new("--review")
    {
        Description = "A ClaimReview of schema.org (JSON-LD), where the verdict has a rating.",
    };

    /// <summary>Each option with the parameter that it is.</summary>
    private static readonly (Option<string?> Option, string Parameter)[] Options =
    [
        (Of("--claim-date", "DAY", "The day of the claim, by which 今年 and 上月 are read; the newest day of print."), "claimDate"),
        (Of("--as-of", "DAY", "Only what was printed by this day is evidence."), "asOf"),
        (Of("--about", "NAME", "What the text is about where it names nothing: an id or exact name."), "about"),
        (Of("--article", "ID", "The article that the claim is taken from: it cannot support itself."), "article"),
    ];

    public static Command Create()
    {
        var command = new Command(
            "check-claim",
            "Tells how a claim agrees with what was printed, figure by figure and act by act, with the evidence."
        )
        {
            Text,
            Json,
            Review,
        };
        foreach (var (option, _) in Options)
            command.Options.Add(option);
        StoreOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static Option<string?> Of(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parsed);
        if (StoreOptions.Read(settings) is not { } choice)
            return await RefuseAsync(settings.Problems);
        Dictionary<string, StringValues> values = new(StringComparer.Ordinal) { ["text"] = parsed.GetRequiredValue(Text) };
        foreach (var (option, parameter) in Options)
        {
            if (parsed.GetValue(option) is { } value)
                values[parameter] = value;
        }
        using var schema = new GraphSchema();
        var id = parsed.GetValue(Review) ? ClaimReviews.Id : Claims.Id;
        var said = new RestSettings { Operator = settings.Find("Api:Operator")?.Value };
        var operation = new RestApi.RestApi(schema, said).Operations.Single(operation => operation.Id == id);
        var input = RestInput.OfQuery(new QueryCollection(values), operation.Narrowing);
        await using var store = await choice.OpenReadOnlyAsync(TimeProvider.System, cancellationToken);
        var (answer, faults) = await store.ReadAsync(
            async snapshot =>
            {
                var call = new RestCall(snapshot, input, null, new RequestLimits(), cancellationToken);
                return (await operation.Ask(call), call.Faults);
            },
            cancellationToken
        );
        if (faults.Count > 0)
            return await RefuseAsync(faults.Select(fault => Told(fault.Detail)));
        if (operation.Text is { } text)
            WriteText(text.Write(answer! with { Nodes = answer.Nodes with { Site = settings.Find(PublicUrl.Key)?.Value.TrimEnd('/') } }));
        else if (parsed.GetValue(Json))
            WriteJson(operation, answer!);
        else
            Write(((Claims.Batch)answer!.Item).Items[0]);
        return ExitCodes.Success;
    }

    private static void WriteJson(RestOperation operation, RestAnswer answer)
    {
        var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, RestShape.Json))
            operation.Answer!.Write(json, answer.Item, answer.Nodes);
        output.WriteByte((byte)'\n');
    }

    private static void WriteText(byte[] text)
    {
        var output = Console.OpenStandardOutput();
        output.Write(text);
        output.WriteByte((byte)'\n');
    }

    private static void Write(ClaimReport report)
    {
        if (report.Reason is not null)
            Console.Out.WriteLine("UNPARSED 没有可以核查的数字或关系。 There is no figure and no relation that can be checked.");
        foreach (var answer in report.Claims)
        {
            Console.Out.WriteLine($"{Spelling.Name(answer.Verdict)} {Verdicts.Chinese(answer.Verdict)}：{answer.Chinese}");
            Console.Out.WriteLine($"  {answer.English}");
            Console.Out.WriteLine($"  {answer.Claim.Span.Start}..{answer.Claim.Span.End} {answer.Claim.Quote}");
            Console.Out.WriteLine(
                $"  {Spelling.Name(answer.Rule)} {answer.Computation ?? Spelling.Name(answer.Reason ?? default)}; {answer.Tolerance}"
            );
            foreach (var evidence in answer.Evidence)
                Console.Out.WriteLine($"  + {Line(evidence)}");
            foreach (var evidence in answer.Rejected)
                Console.Out.WriteLine($"  - {evidence.Differing}: {Line(evidence)}");
            foreach (var flag in answer.Flags)
                Console.Out.WriteLine($"  ! {Spelling.Name(flag.Kind)} {flag.Chinese}");
            foreach (var implied in answer.Implied)
                Console.Out.WriteLine($"  = {implied.Chinese}");
            Console.Out.WriteLine($"  ? {answer.WouldChange}");
        }
        foreach (var answer in report.Relations)
            Write(answer);
        foreach (var unread in report.Unread)
            Console.Out.WriteLine($"UNREAD {unread.Span.Start}..{unread.Span.End} {unread.Printed}: {unread.Reason}");
        Console.Out.WriteLine(
            $"rules {ClaimReport.RulesVersion}, data version {report.DataVersion}, {report.Coverage.Articles} articles, "
                + $"times by {report.ClaimDate:uuuu'-'MM'-'dd}"
        );
    }

    private static void Write(RelationAnswer answer)
    {
        Console.Out.WriteLine($"{Spelling.Name(answer.Verdict)} {Verdicts.Chinese(answer.Verdict)}：{answer.Chinese}");
        Console.Out.WriteLine($"  {answer.English}");
        Console.Out.WriteLine($"  {answer.Claim.Span.Start}..{answer.Claim.Span.End} {answer.Claim.Quote}");
        var slots = answer.Claim.Slots.Select(slot => $"{slot.Name} {slot.Entity?.Name ?? slot.Words}");
        Console.Out.WriteLine($"  {Spelling.Name(answer.Rule)} {answer.Claim.Type.Name} {answer.Claim.Role}; {string.Join(", ", slots)}");
        foreach (var evidence in answer.Evidence)
            Console.Out.WriteLine($"  + {Line(evidence)}");
        foreach (var evidence in answer.Nearest)
            Console.Out.WriteLine($"  - {evidence.Match.Differing}: {Line(evidence)}");
        Console.Out.WriteLine($"  ? {answer.WouldChange}");
    }

    private static string Line(RelationEvidence evidence) =>
        $"{evidence.From.Name} {evidence.Relationship.Type.Chinese} {evidence.To.Name} {evidence.Relationship.Id} "
        + $"{evidence.Citation?.Address}";

    private static string Line(ClaimEvidence evidence) =>
        $"{evidence.Figure.Figure} {evidence.About.Name} {evidence.Indicator.Name} {evidence.Figure.Id} {evidence.Citation?.Address}";

    /// <summary>A sentence about parameters as one about options.</summary>
    private static string Told(string detail) =>
        Options.Aggregate(detail, (text, one) => text.Replace($"'{one.Parameter}'", one.Option.Name, StringComparison.Ordinal));

    private static async Task<int> RefuseAsync(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(problem);
        return ExitCodes.Problems;
    }
}
