using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>Texts that others published, read where they lie. Where they are absent a test is skipped by name, or fails.</summary>
internal static class Corpus
{
    /// <summary>A file or folder of ../shared/corpora.</summary>
    public static string Require(string path) => RepositoryRoot.RequireCorpus(path);

    public static IEnumerable<JsonNode> Lines(string file) =>
        from line in File.ReadLines(Require(file))
        where line.Length > 0
        select JsonNode.Parse(line)!;

    /// <summary>The cases of a specification of recognizers-zh.</summary>
    public static IReadOnlyList<JsonNode> Cases(string specification) =>
        [.. JsonNode.Parse(File.ReadAllText(Require($"recognizers-zh/Specs/{specification}.json")))!.AsArray().Select(node => node!)];
}
