using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text;

/// <summary>
/// Reads the numbers of seeds: <c>1.4万 标箱</c>, <c>-30 %</c>, <c>15..20 微米</c>, or a unit alone where the hedge has no number.
/// </summary>
public static partial class QuantityReader
{
    /// <summary>More digits than any paper prints, and few enough that no bound overflows or is rounded.</summary>
    private const int MostDigits = 13;

    private const int MostDecimals = 6;

    /// <summary>
    /// The quantity with the bounds of <see cref="Hedges"/>; null, with what was found and what is allowed, where the notation is wrong
    /// or its hedge does not fit it.
    /// </summary>
    /// <param name="hedge">For a range <see cref="Hedge.None"/> means <see cref="Hedge.Range"/>.</param>
    /// <param name="meaning">Null where the seed gives none.</param>
    /// <param name="figure">The figure as printed: one hedge has words that differ in what they mean (十余, 十来).</param>
    public static Quantity? Read(string text, Hedge hedge, QuantityMeaning? meaning, out string? problem, string figure = "")
    {
        var (quantity, found) = Read(HalfWidth(text.Trim()), hedge, meaning);
        problem = found is null ? null : $"'{text}': {found}";
        return hedge is Hedge.Teens && HedgeWords.IsTenOrSo(Folding.Fold(figure))
            ? quantity is null
                ? null
                : quantity with
                {
                    Lower = Hedges.TenOrSo.Lower,
                    Upper = Hedges.TenOrSo.Upper,
                }
            : quantity;
    }

    /// <summary>
    /// What is wrong with the quantity as a value of this measure: a negative level, a share over 100 %, a rank that is no whole place;
    /// null where nothing is.
    /// </summary>
    public static string? MeasureContradiction(Quantity quantity, Measure measure)
    {
        var smallest = quantity.Value ?? quantity.Lower?.Value;
        var largest = quantity.Value ?? quantity.Upper?.Value;
        return measure switch
        {
            Measure.Level
                when smallest < 0 && quantity.Unit.Dimension is not (Dimension.Temperature or Dimension.Money or Dimension.Ratio) =>
                $"a level of {quantity.Unit.Chinese} is not negative; a decrease is a change or growth",
            Measure.Share when smallest < 0 || largest > 100 => "a share lies between 0 and 100 %",
            Measure.RateOfChange when smallest < -100 => "nothing shrinks by more than 100 %",
            Measure.Multiple when smallest < 0 => "a multiple is not negative",
            Measure.Rank or Measure.Ordinal when smallest < 1 || (quantity.Value is { } place && place != decimal.Truncate(place)) =>
                "a rank or ordinal is a whole number from 1",
            _ => null,
        };
    }

    private static (Quantity? Quantity, string? Problem) Read(string text, Hedge hedge, QuantityMeaning? meaning)
    {
        if (Form().Match(text) is not { Success: true } match)
            return (null, FormProblem(text));
        var word = match.Groups["unit"].Value;
        if (Units.Find(word) is not { } unit)
            return (null, UnknownUnit(word));
        var first = Printed.Of(match, "first", "firstMultiplier");
        var last = Printed.Of(match, "last", "lastMultiplier");
        if (last is not null && hedge == Hedge.None)
            hedge = Hedge.Range;
        if ((first is null ? null : TooLong(first) ?? (last is null ? null : TooLong(last))) is { } tooLong)
            return (null, tooLong);
        if (HedgeProblem(hedge, first, last, unit, meaning) is { } problem)
            return (null, problem);

        var (lower, upper, basis) = last is null
            ? Hedges.Interval(hedge, first?.Number, unit, first?.Multiplier ?? 0)
            : Hedges.Interval(hedge, first!.Value, unit, 0, last.Value);
        return (
            new Quantity
            {
                Value = hedge is Hedge.Range or Hedge.Several or Hedge.OrderOf ? null : first?.Value,
                Unit = unit,
                UnitMultiplier = (last ?? first)?.Multiplier ?? 0,
                Hedge = hedge,
                Lower = lower,
                Upper = upper,
                BoundBasis = basis,
                Meaning = meaning ?? QuantityMeaning.Uncertain,
            },
            null
        );
    }

    private static string? HedgeProblem(Hedge hedge, Printed? first, Printed? last, Unit unit, QuantityMeaning? meaning)
    {
        var needsNumber = hedge is not (Hedge.Teens or Hedge.Vague);
        if (needsNumber != first is not null)
        {
            return needsNumber
                ? "a number is missing; only the hedges TEENS and VAGUE have a unit alone"
                : $"found a number, but the hedge {Name(hedge)} has a unit alone";
        }
        if (last is null != hedge is not Hedge.Range)
        {
            return last is null
                ? "the hedge RANGE needs two numbers, as in '15..20 微米'"
                : $"found two numbers, but the hedge is {Name(hedge)}; a range has RANGE or none";
        }
        if (meaning is QuantityMeaning.Varies or QuantityMeaning.Covers && hedge != Hedge.Range)
            return $"the meaning {Name(meaning)} is of a range; found the hedge {Name(hedge)}";
        if (last is not null)
            return RangeProblem(first!, last);
        if (first is null)
            return null;
        if (unit.IsCount && first.Value != decimal.Truncate(first.Value))
            return $"found a fraction of {unit.Chinese}, which are counted one by one";
        if (unit.Dimension == Dimension.Rank && first.Value < 1)
            return "places are counted from 1";
        return hedge switch
        {
            Hedge.Several or Hedge.OrderOf when !IsPowerOfTen(first.Value) =>
                $"the hedge {Name(hedge)} has the order as its number: 10, 100, 1000 and so on",
            Hedge.AndSome
                when first.Number == 0 || (unit.IsCount && Hedges.LastNonZeroDigit(Math.Abs(first.Number), first.Multiplier) < 10) =>
                "the hedge AND_SOME (余, 多) follows a round number such as 80 or 500",
            Hedge.Nearly or Hedge.Under when first.Number == 0 =>
                $"the hedge {Name(hedge)} (近, 不足) follows a number other than 0: how little is less than nothing is not known",
            _ => null,
        };
    }

    private static string? RangeProblem(Printed first, Printed last) =>
        first.Multiplier != last.Multiplier && first.Number != 0 ? "only one end has 万 or 亿; write it at both, as in '7万..8万 人'"
        : first.Value > last.Value ? "the range ends below its start; write the smaller number first"
        : null;

    private static string? TooLong(Printed printed) =>
        printed.IsTooLong
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"at most {MostDigits} digits and {MostDecimals} decimals are allowed; use 万 or 亿 for more"
            )
            : null;

    private static string FormProblem(string text) =>
        text switch
        {
            "" => "nothing found; write a number, a space and a unit, as in '58 家'",
            _ when text.Contains(',', StringComparison.Ordinal) => "found a comma; write 1400 or 1.4万, without thousands commas",
            _ when NoSpace().IsMatch(text) => "write a space between number and unit, as in '1.4万 标箱'",
            _ => "allowed are '58 家', '1.4万 标箱', '-30 %', '15..20 微米', and a unit alone with the hedges TEENS and VAGUE",
        };

    private static string UnknownUnit(string word)
    {
        var nearest = Units.All.MaxBy(unit => Likeness(unit.Chinese));
        var hint = nearest is not null && Likeness(nearest.Chinese) > 0 ? $"; nearest is {nearest.Chinese}" : "";
        return $"no unit '{word}'{hint}; allowed are {string.Join(' ', Units.All.SelectMany(unit => unit.Also.Prepend(unit.Chinese)))}";

        int Likeness(string unit) => unit.Intersect(word).Count();
    }

    private static bool IsPowerOfTen(decimal value)
    {
        while (value >= 10 && value % 10 == 0)
            value /= 10;
        return value == 1;
    }

    private static string Name<T>(T value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{value}");

    private static string HalfWidth(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                    '\u3000' => ' ',
                    '−' => '-',
                    _ => c,
                }
            )
        );

    [GeneratedRegex(
        @"^((?<first>-?[0-9]+(\.[0-9]+)?)(?<firstMultiplier>万亿|万|亿)?(\.\.(?<last>-?[0-9]+(\.[0-9]+)?)(?<lastMultiplier>万亿|万|亿)?)? "
            + @"+)?(?<unit>[^-0-9., ][^ ]*)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();

    [GeneratedRegex(@"^-?[0-9.]+[万亿]*[^-0-9., 万亿]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NoSpace();

    /// <summary>A number as the seed writes it.</summary>
    private sealed record Printed(decimal Number, int Multiplier, bool IsTooLong)
    {
        public decimal Value => Hedges.Scaled(Number, Multiplier);

        public static Printed? Of(Match match, string number, string multiplier)
        {
            if (!match.Groups[number].Success)
                return null;
            var digits = match.Groups[number].Value.TrimStart('-');
            var point = digits.IndexOf('.', StringComparison.Ordinal);
            var isTooLong = (point < 0 ? digits.Length : point) > MostDigits || (point >= 0 && digits.Length - point - 1 > MostDecimals);
            var exponent = match.Groups[multiplier].Value switch
            {
                "万" => 4,
                "亿" => 8,
                "万亿" => 12,
                _ => 0,
            };
            return new Printed(
                isTooLong ? 0 : decimal.Parse(match.Groups[number].ValueSpan, CultureInfo.InvariantCulture),
                exponent,
                isTooLong
            );
        }
    }
}
