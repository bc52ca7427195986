using System.Diagnostics;
using System.Text;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>The client that a public generator makes of the document, compiled and run as a program of its own.</summary>
public sealed class CSharpClientTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_NSwag_makes_of_the_document_compiles_and_fetches_the_three_headline_figures()
    {
        using var folder = new TemporaryFolder();
        var document = Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server", "contracts", "openapi.json");
        var (code, told) = await RunAsync(
            RepositoryRoot.Path,
            "tool",
            "run",
            "nswag",
            "openapi2csclient",
            $"/input:{document}",
            $"/output:{folder.File("Client.cs")}",
            "/namespace:Zhuzhou",
            "/classname:ZhuzhouClient",
            "/jsonLibrary:SystemTextJson",
            "/generateOptionalParameters:true",
            "/generateNullableReferenceTypes:true",
            "/useBaseUrl:false"
        );
        if (code != 0 && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail($"NSwag is required here: {told}");
        Assert.SkipUnless(code == 0, "needs NSwag: dotnet tool restore");
        await File.WriteAllTextAsync(folder.File("client.csproj"), Project, Cancel);
        File.Copy(
            Path.Combine(RepositoryRoot.Path, "tests", "ZhuzhouGraph.Server.Tests", "csharp", "Program.cs"),
            folder.File("Program.cs")
        );

        var (ran, figures) = await RunAsync(
            Path.GetDirectoryName(folder.File("client.csproj"))!,
            "run",
            "--",
            $"{server.Client.BaseAddress}"
        );

        ran.ShouldBe(0, figures);
        figures
            .Trim()
            .Split('\n')
            .ShouldBe([
                "58家 58 firm  株洲日报",
                "同比增长240% 240 % YEAR_ON_YEAR 株洲日报",
                "压缩30% -30 % AGAINST_BEFORE 株洲日报",
                "id",
            ]);
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, params string[] arguments)
    {
        using var run = Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var error = run.StandardError.ReadToEndAsync(Cancel);
        var output = await run.StandardOutput.ReadToEndAsync(Cancel);
        await run.WaitForExitAsync(Cancel);
        return (run.ExitCode, run.ExitCode == 0 ? output : output + await error);
    }
}
