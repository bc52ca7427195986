using System.CommandLine;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>sentences FILE</c>: prints a text with its addresses, to copy from when one writes seeds.</summary>
internal static class SentencesCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A newspaper's text, UTF-8." };
        var command = new Command("sentences", "Prints a text's SHA-256 and each sentence with its address.") { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            var found = Directory.Exists(file) ? "the folder" : "no file";
            await Console.Error.WriteLineAsync($"FILE: found {found} '{file}'; allowed is a text file in UTF-8.");
            return ExitCodes.Problems;
        }
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"FILE: '{file}' cannot be read: {e.Message}");
            return ExitCodes.Problems;
        }
        var text = IssueText.Read(bytes, out var problem);
        if (text is null)
        {
            await Console.Error.WriteLineAsync($"{file}: {problem}");
            return ExitCodes.Problems;
        }
        Console.Out.WriteLine($"sha256: {text.Sha256}");
        Console.Out.WriteLine($"lines: {text.LineCount}");
        for (var line = 1; line <= text.LineCount; line++)
        {
            foreach (var (address, span) in text.SentencesOf(line))
                Console.Out.WriteLine($"{address}\t{text.Line(line)[span.Start..span.End]}");
        }
        return ExitCodes.Success;
    }
}
