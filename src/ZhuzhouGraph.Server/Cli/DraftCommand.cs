using System.CommandLine;
using NodaTime.Text;
using ZhuzhouGraph.Seeds.Drafts;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>draft TEXT --date DAY --newspaper NAME</c>: drafts the seeds of a text, or shows how they differ from it.</summary>
internal static class DraftCommand
{
    private static readonly Argument<string> Text = new("TEXT") { Description = "A newspaper's text, UTF-8." };
    private static readonly Option<string> Date = new("--date")
    {
        Description = "The day of print, such as 2023-05-19: times without a year are resolved against it.",
        HelpName = "YYYY-MM-DD",
        Required = true,
    };
    private static readonly Option<string> Newspaper = new("--newspaper")
    {
        Description = "The newspaper's name as printed.",
        HelpName = "NAME",
        Required = true,
    };
    private static readonly Option<string?> Title = new("--title")
    {
        Description = "The headline as printed, of a text that is one report; else headings marked ## (or #) open one each.",
        HelpName = "TITLE",
    };
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The issue's folder; articles/DATE of the seeds folder by default. No file is written over.",
        HelpName = "DIR",
    };

    public static Command Create()
    {
        var command = new Command("draft", "Drafts the seeds of a text; where they exist, shows what is read otherwise.")
        {
            Text,
            Date,
            Newspaper,
            Title,
            Out,
            CommonOptions.Seeds,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parsed);
        var (seeds, folder) = (settings.Seeds(), parsed.GetValue(Out));
        var date = LocalDatePattern.Iso.Parse(parsed.GetRequiredValue(Date));
        if (!date.Success)
            settings.Refuse($"--date: found '{parsed.GetRequiredValue(Date)}'; allowed is a day such as 2023-05-19.");
        if (seeds is null && folder is null)
            settings.Refuse("--out: the folder to write to is missing, and there is no seeds folder; name one of them.");
        if (settings.Problems.Count > 0)
            return settings.Report();
        if (await TextFile.ReadAsync(parsed.GetRequiredValue(Text), Text.Name) is not { } text)
            return ExitCodes.Problems;
        var request = new DraftRequest(text, date.Value, parsed.GetRequiredValue(Newspaper))
        {
            Title = parsed.GetValue(Title),
            Seeds = seeds,
            Folder = folder,
        };
        if (SeedDrafts.Make(request, out var problems, cancellationToken) is not { } draft)
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem);
            return ExitCodes.Problems;
        }
        if (SeedDrafts.Write(draft) is { } fault)
        {
            await Console.Error.WriteLineAsync($"--out: {fault}");
            return ExitCodes.Problems;
        }
        foreach (var file in draft.Files)
            Console.Out.WriteLine(Path.Combine(draft.Folder, file.Name));
        foreach (var difference in draft.Differences)
            Console.Out.WriteLine(difference);
        if (draft.Compared > 0)
            Console.Out.WriteLine($"{draft.Compared} reports have seeds already; {draft.Differences.Count} differences");
        return ExitCodes.Success;
    }
}
