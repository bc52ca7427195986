using System.Text.RegularExpressions;
using GraphQL;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// What an error repeats of what was sent: at most 40 characters in one place, whoever wrote the message. The library's rules repeat names
/// and values as they stand there.
/// </summary>
internal static partial class Echo
{
    /// <summary>The longest message; what a client sends may stand in it many times.</summary>
    public const int MaxMessage = 2_000;

    public static string MessageOf(ExecutionError error)
    {
        // Ours shorten what they repeat, and may name what the graph holds in full.
        if (GraphErrors.IsOurs(error.Code))
            return error.Message;
        var message = error.Message;
        var told = message.Length <= MaxMessage ? message : message[..MaxMessage] + "…";
        return Long().Replace(told, match => ArgumentReader.Shorten(match.Value));
    }

    /// <summary>A quoted text, or a word, of more characters than are repeated.</summary>
    [GeneratedRegex(@"(?<=')[^']{41,}(?=')|(?<="")[^""]{41,}(?="")|[^\s'"".,;:()\[\]{}]{41,}")]
    private static partial Regex Long();
}
