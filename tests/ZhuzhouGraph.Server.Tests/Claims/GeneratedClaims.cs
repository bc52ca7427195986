using System.Globalization;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.Tests.Claims;

/// <summary>A claim made from a stored figure, and which verdicts are right.</summary>
/// <param name="Change">What was changed: <c>restated</c>, <c>plus one</c>.</param>
/// <param name="Right">The verdicts that are right.</param>
internal sealed record GeneratedClaim(string Observation, string Change, string Text, IReadOnlyList<Verdict> Right)
{
    /// <summary>Whether a figure of the record decides it, so that silence is an error.</summary>
    public bool IsAnswerable => !Right.Contains(Verdict.NotEnoughEvidence) && !Right.Contains(Verdict.NotCheckable);

    /// <summary>Whether it is wrong, so that nothing may support it.</summary>
    public bool IsWrong => !Right.Contains(Verdict.Supported) && !Right.Contains(Verdict.TrueButNeedsContext);
}

/// <summary>
/// Restates every stored figure in a plain sentence, and changes one thing in it: the verdicts follow from the change alone, not from the
/// checker.
/// </summary>
internal static class GeneratedClaims
{
    private static readonly Verdict[] Supporting = [Verdict.Supported, Verdict.SupportedApprox];
    private static readonly Verdict[] Denying = [Verdict.Refuted, Verdict.Inaccurate];
    private static readonly Verdict[] NotSupporting =
    [
        Verdict.Refuted,
        Verdict.Inaccurate,
        Verdict.NotEnoughEvidence,
        Verdict.NotCheckable,
        Verdict.Ambiguous,
    ];

    private static readonly Dictionary<char, char> Traditional = Folding
        .SimplifiedPairs.GroupBy(pair => pair.Simplified)
        .ToDictionary(group => group.Key, group => group.First().Traditional);

    /// <param name="others">Things of other names that are no subject of any figure.</param>
    public static IEnumerable<GeneratedClaim> Of(Observation figure, Entity about, Entity indicator, int year, IReadOnlyList<Entity> others)
    {
        if (figure.Quantity.Hedge is Hedge.Vague || figure.Status is not ObservationStatus.Actual || figure.Measure is Measure.Ordinal)
            return [];
        var stated = new Stated(figure, about.Name, WordsOf(indicator));
        return [.. Same(stated, about), .. Changed(stated), .. Moved(stated, year, others)];
    }

    private static IEnumerable<GeneratedClaim> Same(Stated of, Entity about)
    {
        yield return of.Claim("restated", of.Sentence(), Supporting);
        yield return of.Claim("time words", $"目前，{of.Sentence()}", Supporting);
        yield return of.Claim("traditional", string.Concat(of.Sentence().Select(c => Traditional.GetValueOrDefault(c, c))), Supporting);
        foreach (var name in about.Names.Where(name => name.Language == "zh" && name.Text != about.Name))
            yield return of.Claim("other name", of.With(about: name.Text), Supporting);
        if (of.Figure.Quantity.Hedge is Hedge.None && of.Chinese is { } digits)
            yield return of.Claim("Chinese digits", of.With(number: digits), Supporting);
    }

    private static IEnumerable<GeneratedClaim> Changed(Stated of)
    {
        if (of.Number is not { } number)
            yield break;
        var isExact = of.Figure.Quantity.Hedge is Hedge.None;
        if (of.Figure.Measure is Measure.Rank)
        {
            yield return of.Claim("plus one", of.With(number: Text(number + 1)), [Verdict.Refuted]);
            yield return of.Claim("target", $"{of.About}{of.Indicator}力争居{of.Within}第{Text(number)}位", [Verdict.NotCheckable]);
            yield break;
        }
        if (isExact && of.IsCount)
        {
            foreach (var by in new[] { 1, -1 })
            {
                var isNear = 1 <= (number + by) / 10;
                if (number + by > 0)
                    yield return of.Claim(
                        by > 0 ? "plus one" : "minus one",
                        of.With(number: Text(number + by)),
                        isNear ? Denying : [Verdict.Refuted]
                    );
            }
            if (number > 1)
                yield return of.Claim("more than less", of.With(number: $"超过{Text(number - 1)}"), Supporting);
            if (number > 10)
                yield return of.Claim("nearly one more", of.With(number: $"近{Text(number + 1)}"), Supporting);
            yield return of.Claim("more than", of.With(number: $"超过{Text(number)}"), Denying);
            yield return of.Claim("fewer than", of.With(number: $"不足{Text(number)}"), Denying);
            yield return of.Claim("denied", of.Denied(), Denying);
        }
        if (isExact)
            yield return of.Claim("ten thousand times", of.With(number: $"{Text(number)}万"), [Verdict.Refuted]);
        if (of.Figure.Measure is Measure.RateOfChange)
        {
            yield return of.Claim("to for by", of.With(verb: of.IsCut ? "压缩至" : "增长到"), NotSupporting);
            yield return of.Claim("points for per cent", of.With(number: Text(number), unit: "个百分点"), NotSupporting);
            yield return of.Claim("other way", of.With(verb: of.IsCut ? "增长" : "下降"), [Verdict.Refuted]);
            yield return of.Claim("level for growth", $"{of.About}{of.Indicator}为{Text(number)}%", NotSupporting);
        }
        if (of.Figure.Measure is Measure.Level)
            yield return of.Claim("growth for level", of.With(verb: "增长"), NotSupporting);
        yield return of.Claim("target", of.With(verb: "力争达到"), [Verdict.NotCheckable]);
    }

    private static IEnumerable<GeneratedClaim> Moved(Stated of, int year, IReadOnlyList<Entity> others)
    {
        yield return of.Claim("year before", string.Create(CultureInfo.InvariantCulture, $"{year - 1}年，{of.Sentence()}"), NotSupporting);
        foreach (var other in others)
            yield return of.Claim("other subject", of.With(about: other.Name), NotSupporting);
        // The same place in two tiers is printed at once.
        if (of.Figure.Measure is Measure.Rank && of.Figure.Figure.StartsWith('均'))
            yield break;
        foreach (
            var (tier, instead) in new[]
            {
                ("国家级", "省级"),
                ("省级", "国家级"),
                ("国家级重点", "省级"),
                ("全国", "全球"),
                ("全省", "全国"),
            }
        )
        {
            if (of.Sentence().Contains(tier, StringComparison.Ordinal))
                yield return of.Claim("other tier", of.Sentence().Replace(tier, instead, StringComparison.Ordinal), NotSupporting);
        }
    }

    /// <summary>The name without what only a registry says.</summary>
    private static string WordsOf(Entity indicator)
    {
        var name = indicator.Name.Split('（')[0];
        return name.EndsWith('数') && !name.EndsWith("年数", StringComparison.Ordinal) ? name[..^1] : name;
    }

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A figure in the parts of a sentence.</summary>
    private sealed class Stated(Observation figure, string about, string indicator)
    {
        private readonly Quantity _quantity = figure.Quantity;

        public Observation Figure => figure;
        public string About => about;
        public string Indicator => indicator;
        public string Within => figure.Within?.Words ?? "";
        public bool IsCount => _quantity.Unit.IsCount && figure.Measure is Measure.Level && _quantity.BoundBasis is not BoundBasis.Rounding;
        public bool IsCut => _quantity.Value < 0;

        /// <summary>Without multiplier and sign; null where there is none.</summary>
        public decimal? Number => _quantity.Value is { } value ? Math.Abs(value) / Power : null;

        /// <summary>In Chinese digits; null of what has decimals or is large.</summary>
        public string? Chinese =>
            Number is { } number && number == decimal.Truncate(number) && number is > 0 and < 100 ? Digits((int)number) : null;

        private decimal Power =>
            _quantity.UnitMultiplier switch
            {
                4 => 10_000,
                8 => 100_000_000,
                _ => 1,
            };

        public GeneratedClaim Claim(string change, string text, IReadOnlyList<Verdict> right) => new(figure.Id, change, text, right);

        public string Sentence() => With();

        public string Denied() => $"{about}{indicator}没有达到{Text(Number!.Value)}{Unit}";

        public string With(string? about = null, string? number = null, string? verb = null, string? unit = null)
        {
            var subject = about ?? About;
            if (figure.Measure is Measure.Rank)
                return $"{subject}{indicator}居{Within}第{number ?? Text(Number!.Value)}位";
            var said = verb ?? (figure.Measure is Measure.RateOfChange ? (IsCut ? "压缩" : "增长") : "为");
            return $"{subject}{indicator}{said}{(number is null ? Hedged() : number)}{unit ?? UnitBehind(number)}";
        }

        private string Multiplier =>
            _quantity.UnitMultiplier switch
            {
                4 => "万",
                8 => "亿",
                _ => "",
            };

        /// <summary>Cities and levels are counted in words that papers print for them alone.</summary>
        private string Unit => _quantity.Unit.Code is "city" or "level" ? "个" : _quantity.Unit.Chinese;

        private string UnitBehind(string? number) => number is null ? "" : Multiplier + Unit;

        private string Hedged()
        {
            var number = Number is { } one ? Text(one) : "";
            return _quantity.Hedge switch
            {
                Hedge.About => $"约{number}{Multiplier}{Unit}",
                Hedge.AndSome => $"{number}余{Multiplier}{Unit}",
                Hedge.MoreThan => $"超过{number}{Multiplier}{Unit}",
                Hedge.OrderOf => $"上千{Unit}",
                Hedge.Teens => $"十余{Unit}",
                Hedge.Range => $"{Signed(_quantity.Lower!.Value)}至{Signed(_quantity.Upper!.Value)}{Unit}",
                _ => $"{number}{Multiplier}{Unit}",
            };
        }

        private static string Signed(decimal number) => number < 0 ? $"零下{Text(-number)}" : Text(number);

        private static string Digits(int number)
        {
            const string ones = "零一二三四五六七八九";
            var (tens, rest) = (number / 10, number % 10);
            return (tens > 1 ? $"{ones[tens]}" : "") + (tens > 0 ? "十" : "") + (rest > 0 ? $"{ones[rest]}" : "");
        }
    }
}
