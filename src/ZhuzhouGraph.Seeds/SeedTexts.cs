namespace ZhuzhouGraph.Seeds;

/// <summary>A file of the texts' folder that no issue could use.</summary>
/// <param name="Sha256">Its hash, or null where it is no text.</param>
public sealed record UnusedText(string File, string? Sha256, string Reason);

/// <summary>The issue texts at hand, known by their SHA-256 whatever their files are called.</summary>
public sealed class SeedTexts
{
    /// <summary>A larger file is no newspaper issue.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, IssueText> _byHash = new(StringComparer.Ordinal);
    private readonly List<(string File, IssueText? Text, string? Problem)> _files = [];

    /// <summary>No text at hand.</summary>
    public static SeedTexts None => new();

    /// <summary>Reads every file of a folder and the folders in it; links to folders are told and not followed.</summary>
    public static SeedTexts Load(string folder, CancellationToken cancellationToken)
    {
        var texts = new SeedTexts();
        foreach (var file in SeedFiles.Below(folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = WholeFile.Read(file, MaxBytes, out var problem);
            var text = bytes is null ? null : IssueText.Read(bytes, out problem);
            texts._files.Add((Path.GetRelativePath(folder, file), text, problem));
            if (text is not null)
                texts._byHash.TryAdd(text.Sha256, text);
        }
        return texts;
    }

    /// <summary>Adds texts that a store holds already.</summary>
    public SeedTexts With(IReadOnlyDictionary<string, string> held)
    {
        foreach (var (hash, text) in held)
            _byHash.TryAdd(hash, new IssueText(text));
        return this;
    }

    /// <summary>The text of that hash, or null.</summary>
    public IssueText? Find(string sha256) => _byHash.GetValueOrDefault(sha256);

    /// <summary>The files that no issue could use, each with the reason.</summary>
    public IReadOnlyList<UnusedText> Unused(IEnumerable<SeedIssue> issues)
    {
        var wanted = issues.Select(issue => issue.Sha256?.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _files
                .Where(f => f.Text is null || !wanted.Contains(f.Text.Sha256))
                .Select(f => new UnusedText(
                    f.File,
                    f.Text?.Sha256,
                    f.Problem ?? $"its SHA-256 is {f.Text!.Sha256}, which no issue names: another text, or one that differs by a character"
                )),
        ];
    }
}
