using System.CommandLine;
using ZhuzhouGraph.Seeds;

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
        if (!File.Exists(file))
        {
            var found = Directory.Exists(file) ? "the folder" : "no file";
            await Console.Error.WriteLineAsync($"FILE: found {found} '{file}'; allowed is a text file in UTF-8.");
            return ExitCodes.Problems;
        }
        if (WholeFile.Read(file, SeedTexts.MaxBytes, out var problem) is not { } bytes)
        {
            await Console.Error.WriteLineAsync($"FILE: '{file}' cannot be read: {problem}");
            return ExitCodes.Problems;
        }
        if (IssueText.Read(bytes, out problem) is not { } text)
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
