using System.Text;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>
/// The GraphQL document of a page: a file <c>Pages/**/NAME.graphql</c>, which is part of the program, and behind it the fragments that it
/// spreads. Fragments that many pages share are files, too; those that follow from the declarations are made by <see cref="Declared"/>.
/// </summary>
internal sealed partial class StoredDocument
{
    private const string Folder = "Pages/",
        Ending = ".graphql";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(ReadFiles);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Fragments = new(() =>
        Files.Value.Values.Concat(Declared.Fragments()).SelectMany(Parts).ToDictionary(NameOf, StringComparer.Ordinal)
    );

    private StoredDocument(string name, string query)
    {
        Name = name;
        var text = new StringBuilder(query.Split("\nfragment ", 2)[0].TrimEnd());
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; Spread().Match(text.ToString(), at) is { Success: true } spread; at = spread.Index + spread.Length)
            if (known.Add(spread.Groups["name"].Value))
                text.Append('\n').Append(Fragments.Value[spread.Groups["name"].Value]);
        // Short enough to stand in an address.
        Text = Space().Replace(text.ToString(), " ");
    }

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>What is asked, word for word.</summary>
    public string Text { get; }

    public static StoredDocument Named(string name) => new(name, Files.Value[name]);

    /// <summary>A document of one form for each of several words: <c>NAME</c> stands in the file where the word belongs.</summary>
    public static StoredDocument Named(string name, params IEnumerable<(string Name, string Word)> words) =>
        new(name, words.Aggregate(Files.Value[name], (text, one) => text.Replace(one.Name, one.Word, StringComparison.Ordinal)));

    /// <summary>The fragments that stand in a text, each with its name.</summary>
    private static IEnumerable<string> Parts(string text) =>
        ("\n" + text).Split("\nfragment ").Skip(1).Select(part => $"fragment {part.TrimEnd()}");

    private static string NameOf(string fragment) => fragment.Split(' ')[1];

    private static Dictionary<string, string> ReadFiles()
    {
        var program = typeof(StoredDocument).Assembly;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in program.GetManifestResourceNames())
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal) || !name.EndsWith(Ending, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(program.GetManifestResourceStream(name)!);
            files[name[Folder.Length..^Ending.Length]] = reader.ReadToEnd().ReplaceLineEndings("\n");
        }
        return files;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\.\.\.(?<name>(?!on\b)[A-Za-z]+)")]
    private static partial Regex Spread();
}
