namespace ZhuzhouGraph.Seeds;

/// <summary>The issue texts at hand, known by their SHA-256 whatever their files are called.</summary>
public sealed class SeedTexts
{
    /// <summary>A larger file is no newspaper issue.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, IssueText> _byHash = new(StringComparer.Ordinal);
    private readonly List<(string File, IssueText? Text, string? Problem)> _files = [];

    /// <summary>No text at hand.</summary>
    public static SeedTexts None => new();

    /// <summary>Reads every file of a folder and the folders in it.</summary>
    public static async Task<SeedTexts> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var texts = new SeedTexts();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(folder, file);
            if (new FileInfo(file).Length > MaxBytes)
            {
                texts._files.Add((name, null, $"larger than {MaxBytes} bytes"));
                continue;
            }
            var text = IssueText.Read(await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false), out var problem);
            texts._files.Add((name, text, problem));
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
    public IReadOnlyList<(string File, string Reason)> Unused(IEnumerable<SeedIssue> issues)
    {
        var wanted = issues.Select(issue => issue.Sha256?.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _files
                .Where(f => f.Text is null || !wanted.Contains(f.Text.Sha256))
                .Select(f =>
                    (
                        f.File,
                        f.Problem
                            ?? $"its SHA-256 is {f.Text!.Sha256}, which no issue names: another text, or one that differs by a character"
                    )
                ),
        ];
    }
}
