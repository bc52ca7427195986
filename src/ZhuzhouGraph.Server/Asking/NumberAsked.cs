using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>A number in what is searched for: 小巨人 60家 asks for figures of 小巨人 near 60 firms.</summary>
/// <param name="Value">The number in the unit, its multiplier applied.</param>
/// <param name="Unit">The unit whose word follows it; null where none does.</param>
/// <param name="Words">What else is searched for; null for nothing.</param>
internal sealed partial record NumberAsked(decimal Value, Unit? Unit, string? Words)
{
    /// <summary>Figures near a number that are shown.</summary>
    private const int MostNear = 6;

    /// <summary>Numbers in characters.</summary>
    private const string Characters = "〇零一二两三四五六七八九十百千万亿";

    private static readonly Dictionary<string, decimal> Multipliers = new()
    {
        ["万"] = 10_000,
        ["亿"] = 100_000_000,
        [""] = 1,
    };

    /// <summary>The first number of a text; null where it has none, or one that is too long to be meant as one.</summary>
    public static NumberAsked? In(string text)
    {
        var folded = Narrow(text);
        if (Number().Match(folded) is not { Success: true } match)
            return Written(folded);
        if (!decimal.TryParse(match.Groups["digits"].Value.Replace(",", ""), CultureInfo.InvariantCulture, out var value))
            return null;
        var (unit, length) = UnitAt(folded, match.Index + match.Length);
        var rest = Folding.WordsOf($"{folded[..match.Index]} {folded[(match.Index + match.Length + length)..]}");
        value *= Multipliers[match.Groups["multiplier"].Value];
        return Of(value, unit, rest);
    }

    /// <summary>六十家: a word of its own, of nothing but a number in characters and a unit. 五个好园区 is a name, and not a number.</summary>
    private static NumberAsked? Written(string folded)
    {
        var words = Folding.WordsOf(folded);
        foreach (var word in words)
        {
            var end = word.TakeWhile(c => Characters.Contains(c, StringComparison.Ordinal)).Count();
            if (end > 0 && Units.Find(word[end..]) is { } unit && Text.PrintedNumbers.In(word[..end]) is [var value])
                return Of(value, unit, [.. words.Where(other => other != word)]);
        }
        return null;
    }

    private static NumberAsked Of(decimal value, Unit? unit, IReadOnlyList<string> rest)
    {
        // 倍 and % are one scale: 增长2.4倍 is 240 %.
        if (unit is { Base: { } based } && unit.Dimension is Dimension.Ratio)
            (value, unit) = (value * unit.InBase, Units.Find(based));
        return new(value, unit, rest.Count == 0 ? null : string.Join(' ', rest));
    }

    /// <summary>Adds the variables of a document that asks for neighbours.</summary>
    public void AddTo(Dictionary<string, object?> variables)
    {
        variables["number"] = Value;
        variables["units"] = Unit is null ? null : new List<object?> { Unit.Code };
        variables["words"] = Words;
        // Of a number with its unit there are neighbours whatever they are of.
        variables["isAny"] = this is { Unit: not null, Words: not null };
    }

    /// <summary>The nearest figures first: those that have the other words, or else any in the unit.</summary>
    /// <param name="valueOf">The number of a figure; null for one that has none.</param>
    public IReadOnlyList<T> Nearest<T>(IReadOnlyCollection<T> named, IReadOnlyCollection<T> any, Func<T, decimal?> valueOf) =>
        [.. (named.Count > 0 ? named : any).OrderBy(figure => Math.Abs((valueOf(figure) ?? decimal.MaxValue) - Value)).Take(MostNear)];

    /// <summary>Full-width digits and signs as narrow ones; everything else stays.</summary>
    private static string Narrow(string text) =>
        string.Concat(text.Select(letter => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter));

    /// <summary>The unit whose longest word stands there.</summary>
    private static (Unit? Unit, int Length) UnitAt(string text, int start)
    {
        for (var length = Math.Min(3, text.Length - start); length > 0; length--)
            if (Units.Find(text.Substring(start, length)) is { } unit)
                return (unit, length);
        return (null, 0);
    }

    [GeneratedRegex(@"(?<digits>\d{1,15}(?:,\d{3})*(?:\.\d{1,9})?)(?<multiplier>[万亿]?)")]
    private static partial Regex Number();
}
