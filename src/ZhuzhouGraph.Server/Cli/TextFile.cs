using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>A newspaper's text that a command is given.</summary>
internal static class TextFile
{
    /// <summary>Null where it cannot be read, which standard error then tells.</summary>
    /// <param name="argument">What messages call it.</param>
    public static async Task<IssueText?> ReadAsync(string file, string argument = "FILE")
    {
        if (!File.Exists(file))
        {
            var found = Directory.Exists(file) ? "the folder" : "no file";
            await Console.Error.WriteLineAsync($"{argument}: found {found} '{file}'; allowed is a text file in UTF-8.");
            return null;
        }
        if (WholeFile.Read(file, SeedTexts.MaxBytes, out var problem) is not { } bytes)
        {
            await Console.Error.WriteLineAsync($"{argument}: '{file}' cannot be read: {problem}");
            return null;
        }
        var text = IssueText.Read(bytes, out problem);
        if (text is null)
            await Console.Error.WriteLineAsync($"{file}: {problem}");
        return text;
    }
}
