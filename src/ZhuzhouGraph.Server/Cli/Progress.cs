using Spectre.Console;
using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>Shows an import: a bar in a terminal, a line per changed unit elsewhere.</summary>
internal static class Progress
{
    /// <param name="fingerprint">What the store is to remember of these seeds; null where it goes on remembering what it did.</param>
    public static Task<IReadOnlyList<ImportOutcome>> ImportAsync(
        CheckedSeeds seeds,
        IGraphStore store,
        CancellationToken cancellationToken,
        string? fingerprint = null
    ) => ImportMark.WhileAsync(seeds, store, () => ShowAsync(seeds, store, cancellationToken), fingerprint, cancellationToken);

    private static async Task<IReadOnlyList<ImportOutcome>> ShowAsync(
        CheckedSeeds seeds,
        IGraphStore store,
        CancellationToken cancellationToken
    )
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
            return await SeedImporter.ImportAsync(seeds, store, new Lines(), cancellationToken);
        return await AnsiConsole
            .Progress()
            .StartAsync(async context =>
            {
                var task = context.AddTask("importing");
                return await SeedImporter.ImportAsync(seeds, store, new Bar(task), cancellationToken);
            });
    }

    /// <summary>The line about one unit.</summary>
    public static string Describe(ImportOutcome outcome) =>
        outcome.IsChanged
            ? $"{outcome.Unit}: {outcome.Added} added, {outcome.Changed} changed, {outcome.Removed} removed, version {outcome.Version}"
            : $"{outcome.Unit}: unchanged";

    private sealed class Lines : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => Console.Out.WriteLine($"[{value.Done}/{value.Total}] {Describe(value.Last)}");
    }

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
            task.Description = Markup.Escape(value.Last.Unit);
        }
    }
}
