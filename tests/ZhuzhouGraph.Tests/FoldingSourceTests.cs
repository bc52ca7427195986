using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

/// <summary>The tables of folding are what their sources give; UPDATE_SNAPSHOTS=1 writes them anew.</summary>
public class FoldingSourceTests
{
    private const string Unicode = "/usr/share/unicode",
        OpenCc = "/usr/bin/opencc";

    [Fact]
    public async Task The_table_of_traditional_characters_is_what_the_source_gives()
    {
        Require(OpenCc, "opencc");
        int[] ideographs =
        [
            .. Enumerable.Range(0x3400, 0x4DC0 - 0x3400),
            .. Enumerable.Range(0x4E00, 0xA000 - 0x4E00),
            .. Enumerable.Range(0x20000, 0x2A6E0 - 0x20000),
            .. Enumerable.Range(0x2A700, 0x323B0 - 0x2A700),
        ];
        var simplified = (await SimplifiedAsync(ideographs.Select(Text))).Split('\n');

        var pairs = ideographs
            .Select((code, at) => (Traditional: Text(code), Simplified: simplified[at]))
            .Where(pair => pair.Traditional != pair.Simplified && pair.Simplified.EnumerateRunes().Count() == 1);

        await IsTableAsync("TraditionalCharacters", pairs.Select(pair => pair.Traditional + pair.Simplified));
    }

    [Fact]
    public async Task The_table_of_compatibility_ideographs_is_what_the_source_gives()
    {
        Require(Unicode, "unicode-data");
        var table = Decompositions().Where(x => IsCompatibility(x.Key)).ToDictionary(x => x.Key, x => x.Value[0]);
        foreach (var line in File.ReadLines(Path.Combine(Unicode, "EquivalentUnifiedIdeograph.txt")))
        {
            var fields = line.Split('#')[0].Split(';', StringSplitOptions.TrimEntries);
            if (fields.Length < 2)
                continue;
            var ends = fields[0].Split("..").Select(Hex).ToList();
            // The radicals; strokes are no characters that a name is written with.
            foreach (var code in Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Where(code => code is >= 0x2E80 and <= 0x2FD5))
                table[code] = Hex(fields[1]);
        }

        await IsTableAsync(
            "CompatibilityIdeographs",
            Runs(table.Keys, 40).Select(run => $"{run[0]:X}:{string.Concat(run.Select(code => Text(table[code])))}")
        );
    }

    [Fact]
    public async Task The_table_of_composed_letters_is_what_the_source_gives()
    {
        Require(Unicode, "unicode-data");
        var table = Decompositions().Where(x => !IsCompatibility(x.Key)).ToDictionary(x => x.Key, x => x.Value);

        await IsTableAsync("DecomposedLetters", Runs(table.Keys, 8).Select(run => $"{run[0]:X}:{string.Join(',', run.Select(PartsOf))}"));

        string PartsOf(int code) => string.Join('.', table[code].Select(part => part.ToString("X", CultureInfo.InvariantCulture)));
    }

    private static void Require(string path, string package)
    {
        if (!Path.Exists(path) && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail($"Debian's package {package} is required here, and {path} is absent.");
        Assert.SkipUnless(Path.Exists(path), $"needs Debian's package {package}");
    }

    private static async Task<string> SimplifiedAsync(IEnumerable<string> lines)
    {
        var start = new ProcessStartInfo(OpenCc, ["-c", "t2s.json"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var converter = Process.Start(start)!;
        var answer = converter.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await converter.StandardInput.WriteAsync(string.Join('\n', lines));
        converter.StandardInput.Close();
        return await answer;
    }

    /// <summary>The full canonical decompositions, by code point.</summary>
    private static Dictionary<int, IReadOnlyList<int>> Decompositions()
    {
        var single = File.ReadLines(Path.Combine(Unicode, "UnicodeData.txt"))
            .Select(line => line.Split(';'))
            .Where(fields => fields[5].Length > 0 && fields[5][0] != '<')
            .ToDictionary(fields => Hex(fields[0]), fields => fields[5].Split(' ').Select(Hex).ToList());
        return single.Keys.ToDictionary(code => code, code => (IReadOnlyList<int>)[.. Full(code)]);

        IEnumerable<int> Full(int code) => single.TryGetValue(code, out var parts) ? parts.SelectMany(Full) : [code];
    }

    private static bool IsCompatibility(int code) => code is (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    /// <summary>Runs of code points that follow each other, of a length that fits a line.</summary>
    private static IEnumerable<List<int>> Runs(IEnumerable<int> codes, int most)
    {
        List<int> run = [];
        foreach (var code in codes.Order())
        {
            if (run.Count == most || (run is [.., var last] && code != last + 1))
            {
                yield return run;
                run = [];
            }
            run.Add(code);
        }
        yield return run;
    }

    /// <summary>Compares the table in the source with its items, wrapped.</summary>
    private static async Task IsTableAsync(string name, IEnumerable<string> items)
    {
        const string Quotes = "\"\"\"";
        List<string> lines = [""];
        foreach (var item in items)
        {
            if (lines[^1].Length == 0)
                lines[^1] = item;
            else if (Width(lines[^1]) + 1 + Width(item) > 128)
                lines.Add(item);
            else
                lines[^1] += " " + item;
        }
        var path = Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph", $"{name}.cs");
        var source = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var parts = source.Split(Quotes);
        parts.Length.ShouldBe(3, path);
        var expected = string.Join(Quotes, parts[0], string.Concat(lines.Select(line => $"\n        {line}")) + "\n        ", parts[2]);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            await File.WriteAllTextAsync(path, expected, TestContext.Current.CancellationToken);
        else
            source.ShouldBe(expected, "UPDATE_SNAPSHOTS=1 writes the table");
    }

    private static int Width(string line) => line.EnumerateRunes().Count();

    private static string Text(int code) => new Rune(code).ToString();

    private static int Hex(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
