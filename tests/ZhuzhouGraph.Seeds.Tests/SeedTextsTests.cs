using System.Text;

namespace ZhuzhouGraph.Seeds.Tests;

public sealed class SeedTextsTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    [Fact]
    public async Task A_text_is_found_by_its_hash_whatever_its_name_byte_order_mark_and_line_ends()
    {
        var folder = Directory.CreateTempSubdirectory("texts").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "some name.bin"),
            SeedFolder.Text.ReplaceLineEndings("\r\n"),
            new UTF8Encoding(true),
            TestContext.Current.CancellationToken
        );
        var seeds = await SeedImporter.CheckAsync(_folder.Path, folder, null, TestContext.Current.CancellationToken);
        seeds.UnusedTexts.ShouldBeEmpty();
        SeedCoverage.Gaps(seeds.Seeds).ShouldBeEmpty();
        seeds.Seeds.Texts.Find(seeds.Seeds.Articles.Single().Article.Sha256).ShouldNotBeNull();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_text_that_differs_by_one_character_is_refused_by_its_hash_and_listed()
    {
        _folder.With("texts/paper.txt", "3.1万标箱", "3.2万标箱");
        var seeds = await _folder.CheckAsync();
        var (file, _, reason) = seeds.UnusedTexts.ShouldHaveSingleItem();
        file.ShouldBe("paper.txt");
        reason.ShouldContain("which no issue names");
        seeds.Seeds.Texts.Find(seeds.Seeds.Articles.Single().Article.Sha256).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_listed_with_the_reason()
    {
        await File.WriteAllBytesAsync(
            Path.Combine(_folder.Texts, "scan.png"),
            [0x89, 0x50, 0xFF, 0xFE],
            TestContext.Current.CancellationToken
        );
        var (file, _, reason) = (await _folder.CheckAsync()).UnusedTexts.ShouldHaveSingleItem();
        file.ShouldBe("scan.png");
        reason.ShouldContain("not UTF-8");
    }

    public void Dispose() => _folder.Dispose();
}
