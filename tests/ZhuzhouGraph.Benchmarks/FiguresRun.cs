using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>How fast the figures of a folder of texts are read, on one core, and how fast the worst texts that we know.</summary>
internal static class FiguresRun
{
    private const int Rounds = 5,
        Short = 100_000;

    private static readonly LocalDate Print = new(2023, 5, 19);

    /// <summary>What repeated would take long if a rule looked further than it must.</summary>
    private static readonly string[] Pieces = ["1", "一", "1又", "1亿、", "1月和", "了", "高", "1,", "\t1", "1-", "第", "1小时", "比高"];

    public static int Run(string folder)
    {
        var texts = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var lines = texts.ConvertAll(text => text.Split('\n'));
        var megabytes = texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text)) / 1e6;
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var figures = lines.Sum(text => FigureReader.Read(text, Print).Figures.Count);
            Line($"{megabytes:F1} MB, {figures} figures: {megabytes / clock.Elapsed.TotalSeconds:F1} MB/s");
        }
        foreach (var piece in Pieces)
        {
            var (one, two) = (Milliseconds(piece, Short), Milliseconds(piece, 2 * Short));
            Line($"{piece.Trim()} {Short} and {2 * Short} characters: {one:F0} and {two:F0} ms");
        }
        return 0;
    }

    private static double Milliseconds(string piece, int length)
    {
        var line = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var clock = Stopwatch.StartNew();
        FigureReader.Read([line], Print);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Line(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
