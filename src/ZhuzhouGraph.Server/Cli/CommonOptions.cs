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

    /// <summary>Prints that the folder of an option is missing and gives the exit code; null where it is there or none was named.</summary>
    public static int? MissingFolder(Option option, string? folder)
    {
        if (folder is null || Directory.Exists(folder))
            return null;
        Console.Error.WriteLine(
            $"{option.Name}: found {(File.Exists(folder) ? "the file" : "no folder")} '{folder}'; allowed is a folder that exists."
        );
        return ExitCodes.Problems;
    }
}
