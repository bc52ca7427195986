using System.Security.Cryptography;
using System.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>Seeds that were read, bound and judged.</summary>
/// <param name="Problems">Empty where they may be imported.</param>
/// <param name="UnusedTexts">Files of the texts' folder that no issue could use, with reasons.</param>
public sealed record CheckedSeeds(BoundSeeds Seeds, IReadOnlyList<Problem> Problems, IReadOnlyList<UnusedText> UnusedTexts);

/// <summary>How far an import is.</summary>
public sealed record ImportProgress(int Done, int Total, ImportOutcome Last);

/// <summary>The only way into the graph: files, reader, validator, store.</summary>
public static class SeedImporter
{
    /// <summary>How many units a store is offered for one transaction; it may take fewer.</summary>
    private const int AtOnce = 10;

    /// <summary>Reads and judges a path without writing anything.</summary>
    /// <param name="textsFolder">Where texts are, or null.</param>
    /// <param name="store">Gives the texts that it holds, and names where the path has no registry; null for files alone.</param>
    public static async Task<CheckedSeeds> CheckAsync(
        string path,
        string? textsFolder,
        IGraphStore? store,
        CancellationToken cancellationToken
    )
    {
        var source = SeedReader.Read(path, cancellationToken);
        var texts = textsFolder is null ? SeedTexts.None : SeedTexts.Load(textsFolder, cancellationToken);
        var unused = texts.Unused(source.Issues);
        var known = new NameIndex();
        if (store is null)
            source = SeedTables.Expand(source, texts);
        else
        {
            string[] hashes =
            [
                .. source.Issues.Select(i => i.Sha256?.Value).OfType<string>().Where(hash => texts.Find(hash) is null).Distinct(),
            ];
            texts = texts.With(await store.TextsAsync(hashes, cancellationToken).ConfigureAwait(false));
            source = SeedTables.Expand(source, texts);
            if (!source.HasRegistry)
                known = await KnownNamesAsync(source, store, cancellationToken).ConfigureAwait(false);
        }
        var seeds = SeedBinder.Bind(source, texts, known, cancellationToken);
        return new CheckedSeeds(seeds, new SeedValidator(SeedValidator.Rules).Validate(seeds, cancellationToken), unused);
    }

    /// <summary>
    /// Imports seeds that have no problem: the registry, then article by article, as many in a transaction as the store takes.
    /// </summary>
    /// <exception cref="InvalidOperationException">The seeds have problems.</exception>
    public static async Task<IReadOnlyList<ImportOutcome>> ImportAsync(
        CheckedSeeds seeds,
        IGraphStore store,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (seeds.Problems.Count > 0)
            throw new InvalidOperationException($"Seeds with {seeds.Problems.Count} problems are not imported.");
        var batches = SeedBatches.Of(seeds.Seeds);
        var outcomes = new List<ImportOutcome>();
        while (outcomes.Count < batches.Count)
        {
            foreach (
                var outcome in await store
                    .ImportAsync([.. batches.Skip(outcomes.Count).Take(AtOnce)], cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                outcomes.Add(outcome);
                progress?.Report(new(outcomes.Count, batches.Count, outcome));
            }
        }
        return outcomes;
    }

    /// <summary>
    /// A fingerprint of everything that an import of the folder depends on: names and bytes of the files, and this build of the model.
    /// A server compares it at start, and reads the folder only when it differs.
    /// </summary>
    public static string Fingerprint(string path, string? textsFolder, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(SeedImporter).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        var seeds = SeedFiles.Below(path).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal));
        var texts = textsFolder is null ? [] : SeedFiles.Below(textsFolder);
        foreach (
            var (folder, file) in seeds
                .Select(f => (path, f))
                .Concat(texts.Select(f => (textsFolder!, f)))
                .OrderBy(x => x.Item2, StringComparer.Ordinal)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file) + "\0"));
            // Of nothing where it cannot be read, which whoever reads it says.
            hash.AppendData(SHA256.HashData(WholeFile.Read(file, SeedTexts.MaxBytes, out _) ?? []));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<NameIndex> KnownNamesAsync(SeedSource source, IGraphStore store, CancellationToken cancellationToken)
    {
        var items = source.Issues.SelectMany(i => i.Articles).SelectMany(a => a.Facts).ToList();
        var written = items
            .SelectMany(i => i.Mentions.Select(mention => (SeedText?)mention.Name))
            .Concat(
                items
                    .SelectMany(i => i.Figures)
                    .SelectMany(f =>
                        f.Of.Concat(f.About)
                            .Append(f.By)
                            .Append(f.At)
                            .Append(f.Place)
                            .Append(f.Within?.Place)
                            .Append(f.Base?.About)
                            .Concat(f.Breakdown)
                    )
            )
            .Concat(
                items
                    .SelectMany(i => i.Links)
                    .SelectMany(l => l.From.Concat(l.Verbs.SelectMany(v => v.To)).Concat(l.Properties.Values.SelectMany(v => v)))
            )
            .Select(text => text?.Value)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return await store
            .ReadAsync(
                async snapshot =>
                {
                    var known = new NameIndex();
                    var found = await snapshot.ResolveAsync(written, cancellationToken).ConfigureAwait(false);
                    foreach (var entity in found.Values.SelectMany(nodes => nodes).OfType<Entity>())
                        known.Add(entity, null);
                    return known;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }
}
