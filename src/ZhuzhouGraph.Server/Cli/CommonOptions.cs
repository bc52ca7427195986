using System.CommandLine;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>Options that several commands take.</summary>
internal static class CommonOptions
{
    public static Option<string?> Texts { get; } =
        new("--texts")
        {
            Description =
                "A folder of newspaper texts, found by their SHA-256 whatever their names; every address is then verified and every "
                + "citation gives its sentence.",
            HelpName = "DIR",
        };

    public static Option<string?> Seeds { get; } =
        new("--seeds") { Description = "The seeds folder; graph-seeds, here or above, by default.", HelpName = "DIR" };

    /// <summary>Prints that a folder is missing and gives the exit code; null where it is there or none was named.</summary>
    public static int? MissingFolder(string? texts)
    {
        if (texts is null || Directory.Exists(texts))
            return null;
        Console.Error.WriteLine($"found {(File.Exists(texts) ? "the file" : "no folder")} '{texts}'; allowed is a folder that exists.");
        return ExitCodes.Problems;
    }
}
