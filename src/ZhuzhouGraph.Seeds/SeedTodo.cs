namespace ZhuzhouGraph.Seeds;

/// <summary>What a draft leaves to whoever completes it: <c>TODO</c>, or <c>TODO</c> and the words that it stands for.</summary>
internal static class SeedTodo
{
    private const string Word = "TODO";

    /// <summary>The text for what is not known, with the printed words that may help.</summary>
    public static string For(string words) => words.Length == 0 ? Word : $"{Word} {words}";

    public static bool Is(string text) => text == Word || text.StartsWith(Word + " ", StringComparison.Ordinal);

    /// <summary>The problem that stands for it until it is filled in.</summary>
    public static Problem Left(string text, Location where)
    {
        var key = where.Field is { } field ? field[(field.LastIndexOf('.') + 1)..].Split('[')[0] : "";
        return new(
            ProblemCodes.TodoLeft,
            where,
            $"Found '{SeedCharacters.Shown(text)}', which a draft left open; allowed is what '{key}' takes, or no such entry."
        );
    }
}
