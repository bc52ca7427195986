using System.CommandLine;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>remove ARTICLE</c>: takes an article and what only it states out of the store. Deleting a file does not.</summary>
internal static class RemoveCommand
{
    private const string Prefix = "article:";

    public static Command Create()
    {
        var article = new Argument<string>("ARTICLE")
        {
            Description = "The article's id, such as article:2023-05-19/01-name; its prefix may be left out.",
        };
        var command = new Command(
            "remove",
            "Removes an article with everything that only it states; its figures are closed, and their links go on working."
        )
        {
            article,
        };
        StoreOptions.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(article), Settings.Load(parsed), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string article, Settings settings, CancellationToken cancellationToken)
    {
        var id = article.StartsWith(Prefix, StringComparison.Ordinal) ? article : Prefix + article;
        if (NodeId.KindOf(id) is not NodeKind.Article)
            settings.Refuse($"ARTICLE: found '{article}'; allowed is article:folder/name.");
        if (StoreOptions.Read(settings) is not { } choice)
            return settings.Report();
        await using var store = await choice.OpenAsync(TimeProvider.System, cancellationToken);
        if (await store.RemoveAsync(id, cancellationToken) is not { } outcome)
        {
            var held = (await store.UnitsAsync(cancellationToken))
                .Keys.Where(unit => unit != GraphBatch.Registry)
                .Order(StringComparer.Ordinal);
            await Console.Error.WriteLineAsync(
                $"ARTICLE: the store has no '{id}'; it has: {string.Join(", ", held.DefaultIfEmpty("no article"))}"
            );
            return ExitCodes.Problems;
        }
        Console.Out.WriteLine(Progress.Describe(outcome));
        return ExitCodes.Success;
    }
}
