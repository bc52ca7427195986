using System.CommandLine;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>sentences FILE</c>: prints a text with its addresses, to copy from when one writes seeds.</summary>
internal static class SentencesCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A newspaper's text, UTF-8." };
        var command = new Command("sentences", "Prints a text's SHA-256 and each sentence with its address.") { file };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(file)));
        return command;
    }

    private static async Task<int> RunAsync(string file)
    {
        if (await TextFile.ReadAsync(file) is not { } text)
            return ExitCodes.Problems;
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
