using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.RestApi.Document;

/// <summary>
/// Examples of the document: requests and answers of the seeds, kept in <c>examples.json</c> because code names no city. Tests ask them of
/// both stores.
/// </summary>
internal static class ExamplesOf
{
    public const string File = "RestApi/examples.json";

    private static readonly JsonNode All = Load();

    /// <summary>A value of a parameter: of that operation, or of any that has it; null for none.</summary>
    public static JsonNode? Parameter(RestOperation operation, string name) =>
        (All["parameters"]![$"{operation.Id}.{name}"] ?? All["parameters"]![name])?.DeepClone();

    /// <summary>What is posted.</summary>
    public static JsonNode? Body(RestOperation operation) => All["bodies"]![operation.Id]?.DeepClone();

    /// <summary>An answer to the request that stands with it.</summary>
    public static JsonNode? Answer(RestOperation operation) => All["answers"]![operation.Id]?["answer"]?.DeepClone();

    private static JsonNode Load()
    {
        using var stream = typeof(ExamplesOf).Assembly.GetManifestResourceStream(File)!;
        return JsonNode.Parse(stream)!;
    }
}
