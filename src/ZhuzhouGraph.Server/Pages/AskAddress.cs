using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>The address where a page's document can be read, changed and asked.</summary>
internal static class AskAddress
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Visit visit, StoredDocument document, IReadOnlyDictionary<string, object?> variables)
    {
        var given = variables.Where(variable => variable.Value is not null).ToDictionary();
        return Links.Ask
            + Visit.Query([
                (Visit.LanguageName, visit.Given(Visit.LanguageName)),
                ("query", document.Text),
                ("variables", given.Count == 0 ? null : JsonSerializer.Serialize(given, Json)),
            ]);
    }
}
