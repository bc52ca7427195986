using System.CommandLine;
using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>check PATH [--texts DIR [--coverage]]</c>: judges seeds and writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH")
        {
            Description =
                "A seeds folder, an issue's folder, or an article's file. A path without registry takes its names from the store.",
        };
        var coverage = new Option<bool>("--coverage")
        {
            Description = "With texts: also list every sentence and numeral of them that the seeds do not account for.",
        };
        var command = new Command("check", "Checks seeds: all problems at once, with file and line; then counts per kind.")
        {
            path,
            CommonOptions.Texts,
            coverage,
        };
        StoreOptions.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(parsed.GetRequiredValue(path), Settings.Load(parsed), parsed.GetValue(coverage), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string path, Settings settings, bool coverage, CancellationToken cancellationToken)
    {
        if (SeedReader.Refusal(path) is { } refusal)
        {
            await Console.Error.WriteLineAsync($"PATH: {refusal}");
            return ExitCodes.Problems;
        }
        var texts = settings.Texts();
        if (coverage && settings.Find("Texts", CommonOptions.Texts) is null)
            settings.Refuse(
                $"--coverage needs the texts, to say what of them the seeds "
                    + $"leave out; name their folder with {CommonOptions.Texts.Name} DIR."
            );
        var choice = StoreOptions.Read(settings);
        if (choice is null || settings.Problems.Count > 0)
            return settings.Report();
        var seeds = await SeedImporter.CheckAsync(path, texts, null, cancellationToken);
        if (!seeds.Seeds.Source.HasRegistry && seeds.Seeds.Source.Issues.Count > 0)
        {
            await using var store = await choice.OpenReadOnlyAsync(TimeProvider.System, cancellationToken);
            seeds = await SeedImporter.CheckAsync(path, texts, store, cancellationToken);
        }
        Report.UnusedTexts(Console.Out, seeds);
        Report.Counts(Console.Out, seeds.Seeds);
        List<Problem> problems = [.. seeds.Problems];
        if (texts is not null)
            problems.AddRange(Report.MissingTexts(seeds));
        if (coverage)
            problems.AddRange(SeedCoverage.Gaps(seeds.Seeds));
        Report.Problems(Console.Out, problems);
        return problems.Count == 0 ? ExitCodes.Success : ExitCodes.Problems;
    }
}
