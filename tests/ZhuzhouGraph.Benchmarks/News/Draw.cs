using System.Globalization;
using NodaTime;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>One relationship in the making.</summary>
/// <param name="Number">Its number among all.</param>
/// <param name="Ordinal">Its number among those of its kind.</param>
/// <param name="Article">The article that states it first.</param>
/// <param name="Word">A word that no other relationship has.</param>
internal sealed record Draw(NewsShape Shape, int Number, int Ordinal, int Article, string Word, Dice Dice)
{
    private static readonly string[] Posts = ["主任", "局长", "秘书长", "经理"];

    public string ArticleId => Shape.IdOf(Article);

    /// <summary>The event that the article itself reports, where it reports one.</summary>
    public string? OwnEvent => Shape.HasEvent(Article) ? NewsArticles.EventId(Article) : null;

    public string Year => Date.Year.ToString(CultureInfo.InvariantCulture);

    private LocalDate Date => Shape.DateOf(Article);

    public string Title() => Word + Dice.Of(Posts);

    /// <summary>A period that no other relationship has: open at one end, or closed.</summary>
    public Period Period()
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"第{Number}号通告所载之时");
        return Dice.Below(6) switch
        {
            0 => new(words, Date, null, PeriodPrecision.Range, PeriodBasis.Stated),
            1 => new(words, null, Date, PeriodPrecision.Range, PeriodBasis.Stated),
            2 => new(words, Date, Date, PeriodPrecision.Day, PeriodBasis.Stated),
            _ => new(words, Date.PlusDays(-Dice.Below(400)), Date, PeriodPrecision.Range, PeriodBasis.Stated),
        };
    }

    /// <summary>A period for what mostly is stated without one.</summary>
    public Period? Sometimes() => Dice.Chance(25) ? Period() : null;
}
