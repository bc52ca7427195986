using System.Globalization;
using System.Text;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>
/// Whatever becomes of the project's own seeds, <c>check</c> ends with problems, and never with an exception.
/// <c>ZHUZHOU_FUZZ_SECONDS</c> goes on for that long, from a fresh start; every failure names the number to start from again.
/// </summary>
public sealed class SeedFuzzTests : IDisposable
{
    private const int Runs = 12;

    /// <summary>A check that takes longer hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly string[] Values =
    [
        "''",
        "\"\\u202E\"",
        "[]",
        "{}",
        "[[[[]]]]",
        "{a: b}",
        "&a x",
        "*a",
        "!t x",
        "null",
        "~",
        "-1",
        "0",
        "1e9",
        "2147483647",
        "2147483648",
        "99999999999999999999",
        "9999-12-31",
        "0001-01-01",
        "3000-01-01",
        "1-2000000000",
        "1.1-2147483647.1",
        "2147483647.1",
        "1..2",
        "9..1",
        "79228162514264337593543950335万亿 元",
        "0.0000000000000000000000000001 %",
        "明年",
        "后天",
        "9999年",
        "this",
        "|\n  a\n  b",
        ">-\n  x",
        "? a",
        "%x",
        "@x",
        "`x",
        "\"\\uD800\"",
        "\"\\0\"",
        "\ufeff",
        "- - - -",
        "<<",
        "a: b: c",
        "# x",
        "王",
        "2023-02-30",
        "13月32日",
        "今年13月",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fuzzed seeds ");
    private readonly Dictionary<string, byte[]> _files;

    public SeedFuzzTests()
    {
        _files = Directory
            .EnumerateFiles(RepositoryRoot.Seeds, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.Combine(_folder.FullName, Path.GetRelativePath(RepositoryRoot.Seeds, file)), File.ReadAllBytes);
        foreach (var (file, content) in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }

    [Fact]
    public async Task Seeds_that_were_changed_at_random_are_judged_without_an_exception()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("ZHUZHOU_FUZZ_SECONDS") ?? "0", CultureInfo.InvariantCulture);
        var first = seconds > 0 ? Random.Shared.Next(1_000, int.MaxValue / 2) : 0;
        var end = DateTime.UtcNow.AddSeconds(seconds);
        for (var start = first; start < first + Runs || DateTime.UtcNow < end; start++)
            await JudgeAsync(start);
    }

    private async Task JudgeAsync(int start)
    {
        var random = new Random(start);
        HashSet<string> changed = [];
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var file = random.GetItems([.. _files.Keys], 1)[0];
            await File.WriteAllBytesAsync(file, Changed(await File.ReadAllBytesAsync(file), random));
            changed.Add(file);
        }
        try
        {
            var check = Task.Run(() => SeedImporter.CheckAsync(_folder.FullName, null, null, TestContext.Current.CancellationToken));
            var problems = (await check.WaitAsync(Longest)).Problems;
            foreach (var line in problems.Select(problem => problem.ToString()))
                (line.Contains('\n', StringComparison.Ordinal) || UnseenCharacters.FirstIn(line) is not null).ShouldBeFalse(line);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The changes of {start} in {string.Join(", ", changed)}: {e.Message}", e);
        }
        foreach (var file in changed)
            await File.WriteAllBytesAsync(file, _files[file]);
    }

    /// <summary>The file with one change: of bytes, of a line and its indentation, or of a value.</summary>
    private static byte[] Changed(byte[] content, Random random)
    {
        if (random.Next(5) == 0)
        {
            var bytes = content.ToList();
            for (var n = random.Next(1, 5); n > 0 && bytes.Count > 0; n--)
                bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
            return [.. bytes];
        }
        var lines = Encoding.UTF8.GetString(content).Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[at]);
                break;
            case 2:
                lines[at] = new string(' ', random.Next(1, 5)) + lines[at];
                break;
            case 3:
                lines[at] = lines[at].TrimStart();
                break;
            case 4:
                lines.RemoveRange(at, Math.Min(random.Next(20), lines.Count - at));
                break;
            case 5 when lines[at].Length > 0:
                lines[at] = lines[at].Remove(random.Next(lines[at].Length), 1);
                break;
            default:
                lines[at] = WithOtherValue(lines[at], random);
                break;
        }
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static string WithOtherValue(string line, Random random)
    {
        var starts = Enumerable.Range(0, line.Length).Where(i => line[i] is ' ' or '[' or '{' or ',' or ':').ToList();
        if (starts.Count == 0)
            return Values[random.Next(Values.Length)];
        var start = starts[random.Next(starts.Count)] + 1;
        var end = line.AsSpan(start).IndexOfAny(",}]") is >= 0 and var length ? start + length : line.Length;
        var value = random.Next(30) == 0 ? new string('长', random.Next(100, 5_000)) : Values[random.Next(Values.Length)];
        return $"{line[..start]} {value}{line[end..]}";
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
