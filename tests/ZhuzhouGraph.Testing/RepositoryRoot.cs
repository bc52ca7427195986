namespace ZhuzhouGraph.Testing;

/// <summary>Where the checkout is, and what may stand beside it.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Seeds => System.IO.Path.Combine(Path, "graph-seeds");

    /// <summary>The paper's text, which the project does not contain; null where it is absent.</summary>
    public static string? PaperTexts => Directory.Exists(Beside("seed")) ? Beside("seed") : null;

    /// <summary>Skips a test by name where the paper's text is absent; fails it where everything is required.</summary>
    public static string RequirePaper()
    {
        if (PaperTexts is null && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail("The paper's text is required here, and ../shared/seed is absent.");
        Assert.SkipUnless(PaperTexts is not null, "needs the newspaper's text in ../shared/seed, which the project does not contain");
        return PaperTexts!;
    }

    /// <summary>A file or folder of ../shared/corpora; where it is absent a test is skipped by name, or fails.</summary>
    public static string RequireCorpus(string path)
    {
        var full = System.IO.Path.Combine(Beside("corpora"), path);
        var isThere = System.IO.Path.Exists(full);
        if (!isThere && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail($"../shared/corpora/{path} is required here, and absent.");
        Assert.SkipUnless(isThere, $"needs ../shared/corpora/{path}, which the project does not contain");
        return full;
    }

    private static string Beside(string folder) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "shared", folder);

    private static string Find()
    {
        for (var here = new DirectoryInfo(AppContext.BaseDirectory); here is not null; here = here.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(here.FullName, "ZhuzhouGraph.sln")))
                return here.FullName;
        }
        throw new InvalidOperationException("The tests run outside of the checkout.");
    }
}
