using System.Globalization;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>How many of the published ranges have the bounds that their words give. The marks may be raised, never lowered.</summary>
public sealed class RangeScoreTests
{
    [Fact]
    public void Ranges_and_thresholds_have_their_bounds()
    {
        var score = new Score("recognizers-zh, ranges");
        foreach (var item in Corpus.Cases("Number/Chinese/NumberRangeModel"))
        {
            var input = (string)item["Input"]!;
            var wanted = item["Results"]!.AsArray().Select(result => (string)result!["Resolution"]!["value"]!).ToList();
            var plain = Glyphs.Plain(input);
            var tokens = Tokens.Of(plain, new(2023, 5, 19));
            var found = tokens
                .Select((token, at) => token.Kind is TokenKind.Quantity ? Bounds(plain, tokens, at) : null)
                .Where(bounds => bounds is not null);
            score.Add(input, found.SequenceEqual(wanted), Reason(input), string.Join(' ', found));
        }
        score.ShouldBeAtLeast(93);
    }

    private static string? Reason(string input) =>
        Bounded(input) ? "two bounds of one number, in words of mathematics, are two figures here"
        : input.Contains('比') ? "比…大 tells a base of comparison, and no threshold"
        : input.Contains("以上", StringComparison.Ordinal) && !input.Contains('次') ? "以上 holds the number itself"
        : input.Contains("之下", StringComparison.Ordinal) ? "之下 is a place"
        : input.Contains("20万次", StringComparison.Ordinal) ? "the published value is ten times too small"
        : input.Contains("百分之", StringComparison.Ordinal) ? "a threshold in per cent is read, in per cent"
        : input.Contains("等于1535", StringComparison.Ordinal) ? "what is equal is no range"
        : null;

    /// <summary>大于二十的同时小于等于三十五.</summary>
    private static bool Bounded(string input) =>
        (input.Contains("大于", StringComparison.Ordinal) || input.Contains("不小于", StringComparison.Ordinal))
        && input.Contains("小于", StringComparison.Ordinal);

    /// <summary>In the notation of the cases; a number without bounds is null. Ranges of the cases do not hold their end.</summary>
    private static string? Bounds(string plain, List<Token> tokens, int at)
    {
        var quantity = tokens[at].Quantity!;
        var hedge = quantity.Hedge is Hedge.None ? FigureContext.Of(plain, tokens, at).Hedge : quantity.Hedge;
        // A fraction is read as a part of a hundred.
        var isPart = quantity.Unit?.Kind is UnitKind.Percent && !plain.Contains('%');
        var low = Text(isPart ? quantity.Number / 100 : quantity.Number);
        return hedge switch
        {
            Hedge.Range => $"[{low},{Text(quantity.To!.Value)})",
            Hedge.MoreThan or Hedge.AndSome or Hedge.Teens => $"({low},)",
            Hedge.AtLeast => $"[{low},)",
            Hedge.Under => $"(,{low})",
            Hedge.AtMost => $"(,{low}]",
            _ => null,
        };
    }

    private static string Text(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
