using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Exports.Tests;

/// <summary>
/// Tools that are not ours, which read what we write. What is not installed is skipped by name, and fails where everything is required.
/// </summary>
internal static class Outside
{
    private static readonly string Npm = Path.Combine(RepositoryRoot.Path, "tests", "ZhuzhouGraph.Exports.Tests", "npm");

    private static bool IsRequired => Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1";

    /// <summary>What a query of DuckDB finds: a row a dictionary, numbers as DuckDB typed them.</summary>
    public static List<Dictionary<string, object?>> DuckDb(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        // A statement of the tests, about files that they wrote.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<Dictionary<string, object?>> rows = [];
        while (reader.Read())
            rows.Add(
                Enumerable
                    .Range(0, reader.FieldCount)
                    .ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i), StringComparer.Ordinal)
            );
        return rows;
    }

    /// <summary>A number of any type as a decimal.</summary>
    public static decimal? Decimal(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    /// <summary>What a script of the folder npm prints.</summary>
    public static async Task<JsonNode> NodeAsync(string script, string package, params string[] arguments)
    {
        Require(
            Directory.Exists(Path.Combine(Npm, "node_modules", package)),
            $"Node and the npm packages of tests/ZhuzhouGraph.Exports.Tests/npm (npm ci): {package}"
        );
        var printed = await RunAsync("node", [Path.Combine(Npm, script), .. arguments]);
        return JsonNode.Parse(printed)!;
    }

    /// <summary>Opens a workbook in LibreOffice and saves its first sheet as CSV, UTF-8, text quoted and numbers as they are.</summary>
    public static async Task<string> LibreOfficeAsync(string workbook)
    {
        Require(FindProgram("soffice"), "LibreOffice (apt: libreoffice-calc-nogui)");
        var folder = Path.GetDirectoryName(workbook)!;
        await RunAsync(
            "soffice",
            [
                $"-env:UserInstallation=file://{folder}/libreoffice",
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false",
                "--outdir",
                folder,
                workbook,
            ]
        );
        return Path.ChangeExtension(workbook, ".csv");
    }

    /// <summary>A folder of what the working group shares; skipped by name where it is absent.</summary>
    public static string Shared(string folder)
    {
        var path = Path.Combine(Path.GetDirectoryName(RepositoryRoot.Path)!, "shared", folder);
        Require(Directory.Exists(path), $"../shared/{folder}, which the project does not contain");
        return path;
    }

    private static void Require(bool isThere, string what)
    {
        if (!isThere && IsRequired)
            Assert.Fail($"{what} is required here.");
        Assert.SkipUnless(isThere, $"needs {what}");
    }

    private static bool FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await error);
        return printed;
    }
}
