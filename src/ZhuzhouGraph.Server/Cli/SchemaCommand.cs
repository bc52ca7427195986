using System.CommandLine;
using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>schema</c>: prints the GraphQL schema, or writes the JSON Schemas of the seed files.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var seeds = new Option<string?>("--seeds")
        {
            Description = "Write the JSON Schemas of the seed files into this folder instead.",
            HelpName = "DIR",
        };
        var command = new Command("schema", "Prints the GraphQL schema.") { seeds };
        command.SetAction((parsed, cancellationToken) => RunAsync(seeds, parsed.GetValue(seeds), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Option option, string? seeds, CancellationToken cancellationToken)
    {
        if (seeds is null)
        {
            await Console.Out.WriteAsync(Hosting.GraphHost.PrintSchema());
            return ExitCodes.Success;
        }
        if (CommonOptions.MissingFolder(option, seeds) is { } missing)
            return missing;
        try
        {
            foreach (var (name, schema) in SeedSchema.Files)
            {
                var file = Path.GetFullPath(Path.Combine(seeds, name));
                await File.WriteAllTextAsync(file, schema, cancellationToken);
                Console.Out.WriteLine(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(
                $"{option.Name}: '{seeds}' takes no file: {e.Message} A folder that can be written is allowed."
            );
            return ExitCodes.Problems;
        }
        return ExitCodes.Success;
    }
}
