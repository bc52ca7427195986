using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>What is no file of UTF-8 text is one problem: it is neither waited for nor read without end.</summary>
public sealed class SeedFileTests : IDisposable
{
    private const string Article = "articles/2023-05-04/01-throughput.yaml";
    private const string Issue = "articles/2023-05-04/issue.yaml";
    private const string Names = "registry/names.yaml";

    /// <summary>Long enough for any machine, and shorter than for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SeedFolder _folder = new();

    [Theory]
    [InlineData(Article, "/dev/null", "found a device; allowed is a regular file")]
    [InlineData(Article, "/dev/zero", "found a device; allowed is a regular file")]
    [InlineData(Issue, "/dev/zero", "found a device; allowed is a regular file")]
    [InlineData(Names, "/dev/zero", "found a device; allowed is a regular file")]
    [InlineData(Article, "nowhere", "found a link that leads to no file")]
    [InlineData(Article, "01-throughput.yaml", "found a link that leads in a circle")]
    [InlineData(Article, "..", "found a folder")]
    public async Task A_link_to_what_is_no_file_is_one_problem(string file, string target, string found)
    {
        SkipOnWindows();
        var path = Absolute(file);
        File.Delete(path);
        File.CreateSymbolicLink(path, target);
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.FileUnreadable, file));
        problem.Message.ShouldContain(found, Case.Insensitive);
        problem.Message.ShouldContain("allowed is");
    }

    [Theory]
    [InlineData(Article)]
    [InlineData(Issue)]
    [InlineData(Names)]
    public async Task A_pipe_is_not_waited_for(string file)
    {
        SkipOnWindows();
        var path = Absolute(file);
        File.Delete(path);
        await MakePipeAsync(path);
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.FileUnreadable, file));
        problem.Message.ShouldStartWith("Found a pipe; allowed is a regular file.");
    }

    [Theory]
    [InlineData(Article)]
    [InlineData(Names)]
    public async Task An_empty_file_is_told_from_a_pipe_and_a_socket(string file)
    {
        await File.WriteAllBytesAsync(Absolute(file), [], TestContext.Current.CancellationToken);
        (await SoleProblemAsync()).Message.ShouldStartWith("Found an empty file; allowed is a regular file with a text.");
    }

    [Fact]
    public async Task A_socket_is_told_as_one()
    {
        SkipOnWindows();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        File.Delete(Absolute(Article));
        // The path of a socket may be too long where folders are; its link is not.
        var path = Path.Combine(Path.GetTempPath(), $"z{Environment.ProcessId}.sock");
        socket.Bind(new UnixDomainSocketEndPoint(path));
        File.CreateSymbolicLink(Absolute(Article), path);
        (await SoleProblemAsync()).Message.ShouldBe("Found a socket; allowed is a regular file.");
        File.Delete(path);
    }

    [Theory]
    [InlineData("articles/2023-05-04/02-other.yaml")]
    [InlineData("registry/other.yaml")]
    public async Task A_folder_that_is_called_like_a_file_is_one_problem(string file)
    {
        Directory.CreateDirectory(Absolute(file));
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.FileUnreadable, file));
        problem.Message.ShouldContain("Found a folder");
    }

    [Fact]
    public async Task Texts_that_are_no_files_are_told_and_the_others_are_used()
    {
        SkipOnWindows();
        await MakePipeAsync(Path.Combine(_folder.Texts, "pipe"));
        File.CreateSymbolicLink(Path.Combine(_folder.Texts, "device"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_folder.Texts, "nowhere"), "no such file");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Texts, "up"), "..");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Texts, "up again"), "..");
        var seeds = await CheckAsync();
        seeds.Problems.ShouldBeEmpty();
        seeds.Seeds.Texts.Find(seeds.Seeds.Articles.Single().Article.Sha256).ShouldNotBeNull();
        seeds.UnusedTexts.Select(text => text.File).ShouldBe(["device", "nowhere", "pipe", "up", "up again"]);
        seeds.UnusedTexts.Select(text => text.Reason).ShouldAllBe(reason => reason.Contains("allowed is"));
    }

    [Fact]
    public async Task The_fingerprint_of_a_folder_reads_no_pipe_and_no_device_and_goes_in_no_circle()
    {
        SkipOnWindows();
        await MakePipeAsync(Absolute("registry/pipe.yaml"));
        File.CreateSymbolicLink(Absolute("registry/device.yaml"), "/dev/zero");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Texts, "up"), "..");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Texts, "up again"), "..");
        var token = TestContext.Current.CancellationToken;
        var first = await Task.Run(() => SeedImporter.Fingerprint(_folder.Path, _folder.Texts, token), token).WaitAsync(Patience, token);
        first.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Article)]
    [InlineData(Issue)]
    [InlineData(Names)]
    public async Task Bytes_that_are_no_UTF_8_are_one_problem_wherever_they_stand(string file)
    {
        await File.AppendAllTextAsync(Absolute(file), "\n# ", TestContext.Current.CancellationToken);
        await File.AppendAllBytesAsync(Absolute(file), [0xC3, 0x28], TestContext.Current.CancellationToken);
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.FileUnreadable, file));
        problem.Message.ShouldStartWith("Not UTF-8: the byte at offset ");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UTF_16_is_named_with_and_without_its_mark(bool hasMark)
    {
        var text = await File.ReadAllTextAsync(Absolute(Article), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Absolute(Article),
            text,
            new UnicodeEncoding(bigEndian: false, byteOrderMark: hasMark),
            TestContext.Current.CancellationToken
        );
        (await SoleProblemAsync()).Message.ShouldContain("it reads as UTF-16, save it as UTF-8");
    }

    [Fact]
    public async Task A_byte_of_zero_is_one_problem_with_its_place()
    {
        _folder.WithArticle("title: 东港", "title: \0东港");
        (await SoleProblemAsync()).Message.ShouldContain("the byte at offset 7, in line 1, is zero");
    }

    [Fact]
    public async Task A_text_with_a_byte_of_zero_is_no_text()
    {
        _folder.Write("texts/other.txt", "a\0b");
        var text = (await CheckAsync()).UnusedTexts.ShouldHaveSingleItem();
        (text.File, text.Sha256).ShouldBe(("other.txt", null));
    }

    [Fact]
    public async Task A_byte_order_mark_is_allowed()
    {
        foreach (var file in new[] { Article, Issue, Names })
            await File.WriteAllTextAsync(
                Absolute(file),
                await File.ReadAllTextAsync(Absolute(file), TestContext.Current.CancellationToken),
                new UTF8Encoding(true),
                TestContext.Current.CancellationToken
            );
        (await CheckAsync()).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_over_the_limit_is_one_problem_and_is_not_read()
    {
        await using (var file = File.OpenWrite(Absolute(Article)))
            file.SetLength(1L << 40);
        (await SoleProblemAsync()).Message.ShouldBe("Found 1099511627776 bytes; allowed is a file of at most 4194304 bytes.");
    }

    private async Task<CheckedSeeds> CheckAsync() =>
        await Task.Run(() => _folder.CheckAsync(), TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

    private async Task<Problem> SoleProblemAsync()
    {
        var problems = (await CheckAsync()).Problems;
        return problems.Count == 1 ? problems[0] : throw new ShouldAssertException(string.Join('\n', problems.DefaultIfEmpty()));
    }

    private static async Task MakePipeAsync(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        made.ExitCode.ShouldBe(0);
    }

    private static void SkipOnWindows() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither these devices nor pipes in folders, and links take rights.");

    private string Absolute(string file) => Path.Combine(_folder.Path, file);

    public void Dispose() => _folder.Dispose();
}
