using System.CommandLine;
using ZhuzhouGraph.Exports;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>export FORMAT [--out FILE]</c>: writes what the store holds in one format, all of one data version.</summary>
internal static class ExportCommand
{
    private static string Formats => string.Join(", ", ExportFormats.All.Select(format => format.Name));

    public static Command Create()
    {
        var format = new Argument<string>("FORMAT") { Description = $"One of {Formats}." };
        var output = new Option<string?>("--out")
        {
            Description =
                "The file, which is there whole or not at all; one that is there already is replaced. Without it, standard output.",
            HelpName = "FILE",
        };
        var command = new Command(
            "export",
            "Writes figures, or the graph, as "
                + string.Join("; ", ExportFormats.All.Select(f => $"{f.Name}: {f.Description}"))
                + ". A server may go on using the store."
        )
        {
            format,
            output,
        };
        ExportOptions.AddTo(command);
        StoreOptions.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(parsed, parsed.GetRequiredValue(format), parsed.GetValue(output), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string name, string? output, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        var format = ExportFormats.Find(name);
        if (format is null)
        {
            var hint = Nearest.To(name, ExportFormats.All.Select(f => f.Name)) is { } near ? $"did you mean '{near}'? " : "";
            problems.Add($"FORMAT: found '{name}'; {hint}allowed: {Formats}.");
        }
        if (FaultOf(output, format) is { } fault)
            problems.Add(fault);
        var settings = Settings.Load(parsed);
        var choice = StoreOptions.Read(settings);
        problems.AddRange(settings.Problems);
        if (format is null || choice is null)
            return await RefuseAsync([.. problems, .. ExportOptions.ProblemsOfWords(parsed)]);
        try
        {
            await using var store = await choice.OpenReadOnlyAsync(TimeProvider.System, cancellationToken);
            var options = new ExportOptions(parsed, format);
            var request = await options.ReadAsync(store, cancellationToken);
            problems.AddRange(options.Problems);
            return problems.Count > 0 ? await RefuseAsync(problems) : await WriteAsync(store, format, request, output, cancellationToken);
        }
        catch (GraphStoreException) when (problems.Count > 0)
        {
            // What the options are besides cannot be told without the store.
            return await RefuseAsync([.. problems, .. ExportOptions.ProblemsOfWords(parsed)]);
        }
    }

    private static async Task<int> WriteAsync(
        IGraphStore store,
        ExportFormat format,
        ExportRequest request,
        string? output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (output is null)
                await WriteAsync(store, format, request, Console.OpenStandardOutput(), cancellationToken);
            else
                await WriteWholeAsync(store, format, request, Path.GetFullPath(output), cancellationToken);
            return ExitCodes.Success;
        }
        catch (ExportRefusedException e)
        {
            return await RefuseAsync([e.Message]);
        }
    }

    /// <summary>Writes beside the file and puts it in its place when it is whole.</summary>
    private static async Task WriteWholeAsync(
        IGraphStore store,
        ExportFormat format,
        ExportRequest request,
        string file,
        CancellationToken cancellationToken
    )
    {
        var part = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            GraphHead head;
            await using (var written = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                head = await WriteAsync(store, format, request, written, cancellationToken);
                written.Flush(flushToDisk: true);
            }
            File.Move(part, file, overwrite: true);
            Console.Out.WriteLine($"{file}: {format.Name}, {new FileInfo(file).Length} bytes, data version {head.Number}");
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<GraphHead> WriteAsync(
        IGraphStore store,
        ExportFormat format,
        ExportRequest request,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        GraphHead? head = null;
        await store.StreamAsync(
            async graph =>
            {
                head = graph.Head;
                if (head.Version is null)
                    throw new ExportRefusedException("STORE_EMPTY: the store holds nothing; import seeds first.");
                await format.WriteAsync(graph, request, output, cancellationToken);
                await output.FlushAsync(cancellationToken);
            },
            cancellationToken
        );
        return head!;
    }

    private static string? FaultOf(string? output, ExportFormat? format)
    {
        if (output is null)
            return format is null || format.IsText || Console.IsOutputRedirected
                ? null
                : $"--out: {format.Name} is no text that a terminal shows; allowed is a file, or standard output that leads to one.";
        if (output.Length == 0)
            return "--out: found an empty path; allowed is a file.";
        if (Directory.Exists(output))
            return $"--out: found the folder '{output}'; allowed is a file.";
        return Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder)
            ? $"--out: found '{output}', and there is no folder '{folder}'; allowed is a file in a folder that exists."
            : null;
    }

    private static async Task<int> RefuseAsync(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(problem);
        return ExitCodes.Problems;
    }
}
