using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>
/// Says in the store, in place of the fingerprint of its seeds, that an import is under way: what an interrupted one leaves is some units
/// of the old seeds and some of the new, and must not be taken for a whole.
/// </summary>
internal static class ImportMark
{
    private const string UnderWay = "import under way";

    /// <summary>What is told of a store that has the mark.</summary>
    public const string Told =
        "an import into the store was interrupted, or is under way: some units are as the new seeds have them and others are not. The same "
        + "import, or 'serve' with the same seeds, goes on from there.";

    public static async Task<bool> StandsAsync(IGraphStore store, CancellationToken cancellationToken) =>
        Is((await store.HeadAsync(cancellationToken)).Source);

    /// <summary>Imports; the mark stands meanwhile, and stays where that ends early.</summary>
    public static async Task<IReadOnlyList<ImportOutcome>> WhileAsync(
        CheckedSeeds seeds,
        IGraphStore store,
        Func<Task<IReadOnlyList<ImportOutcome>>> import,
        string? fingerprint,
        CancellationToken cancellationToken
    )
    {
        var before = (await store.HeadAsync(cancellationToken)).Source;
        var mark = $"{UnderWay} {NodeId.Hash(16, seeds.Seeds.Articles.Select(article => article.Article.Id))}";
        // Some articles do not complete the import of others that was interrupted before.
        var completes = !Is(before) || before == mark || seeds.Seeds.Source.IsWhole;
        if (completes)
            await store.RememberSourceAsync(mark, cancellationToken);
        var outcomes = await import();
        if (completes)
            await store.RememberSourceAsync(fingerprint ?? (Is(before) ? null : before) ?? "", cancellationToken);
        return outcomes;
    }

    private static bool Is(string? source) => source?.StartsWith(UnderWay, StringComparison.Ordinal) is true;
}
