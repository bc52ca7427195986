using System.Globalization;
using NodaTime;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>Who says a figure, where it is not the paper itself.</summary>
/// <param name="Name">The Chinese name.</param>
/// <param name="NameEnglish">The English name, or null.</param>
/// <param name="Capacity">The printed capacity, or null.</param>
internal sealed record Speaker(string Name, string? NameEnglish, string? Capacity)
{
    public static Speaker? Of(Entity? who, string? capacity) => who is null ? null : new(who.Name, who.NameEnglish, capacity);

    public string Chinese => Capacity is null ? Name : $"{Name}（{Capacity}）";

    public string English =>
        NameEnglish is null ? (Capacity is null ? Name : $"{Name} ({Capacity})")
        : Capacity is null ? $"{NameEnglish} ({Name})"
        : $"{NameEnglish} ({Name}, {Capacity})";
}

/// <summary>
/// A citation as one line of plain text, ready to paste: newspaper, date, page where it is stored, title, line and sentence, the speaker
/// where it is not the paper, the words as printed, and the address of a page that shows it.
/// </summary>
internal static class CitationLine
{
    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary><c>《株洲日报》2023年5月19日，《…》，第61行第1句：“58家”。URL</c></summary>
    public static string Chinese(Article article, Citation citation, Speaker? speaker = null, string? url = null)
    {
        var place = Place(citation.Address, (line, sentence, of) => Text($"第{line}行第{sentence}{(of == Cell ? "列" : "句")}"), "至");
        return SourceChinese(article)
            + $"，{place}"
            + (speaker is null ? "" : $"，{speaker.Chinese}")
            + (citation.Words is { } words ? $"：“{words}”" : "")
            + Ending("。", "", url);
    }

    /// <summary><c>Zhuzhou Daily (株洲日报), 19 May 2023, "…", line 61, sentence 1: "58家". URL</c></summary>
    public static string English(Article article, Citation citation, Speaker? speaker = null, string? url = null)
    {
        var place = Place(citation.Address, (line, sentence, of) => Text($"line {line}, {of} {sentence}"), " to ");
        return SourceEnglish(article)
            + $", {place}"
            + (speaker is null ? "" : $", {speaker.English}")
            + (citation.Words is { } words ? $": \"{words}\"" : "")
            + Ending(".", " ", url);
    }

    /// <summary>An article as a whole.</summary>
    public static string Chinese(Article article, string? url = null) => SourceChinese(article) + Ending("。", "", url);

    public static string English(Article article, string? url = null) => SourceEnglish(article) + Ending(".", " ", url);

    /// <summary>A public document that states background.</summary>
    public static string Chinese(Reference reference) =>
        Text($"{reference.Publisher}，《{reference.Title}》，{reference.Year}年")
        + (reference.Code is { } code ? $"，{code}" : "")
        + (reference.Entry is { } entry ? $"，条目{entry}" : "")
        + "。";

    public static string English(Reference reference) =>
        Text($"{reference.Publisher}, \"{reference.TitleEnglish}\" (《{reference.Title}》), {reference.Year}")
        + (reference.Code is { } code ? $", {code}" : "")
        + (reference.Entry is { } entry ? $", entry {entry}" : "")
        + ".";

    private static string SourceChinese(Article article) =>
        $"《{article.Newspaper}》{Day(article.Date)}{(article.Page is { } page ? $"第{page}版" : "")}，《{article.Title}》";

    private static string SourceEnglish(Article article) =>
        Text($"{article.NewspaperEnglish} ({article.Newspaper}), {article.Date.Day} {Months[article.Date.Month - 1]} {article.Date.Year}")
        + $"{(article.Page is { } page ? $", page {page}" : "")}, \"{article.TitleEnglish}\"";

    private static string Day(LocalDate date) => Text($"{date.Year}年{date.Month}月{date.Day}日");

    private const string Cell = "column",
        Sentence = "sentence";

    private static string Place(Address address, Func<int, int, string, string> one, string to)
    {
        if (address.Cell is { } cell)
            return one(address.Line, cell, Cell);
        var start = one(address.Line, address.Sentence, Sentence);
        return (address.EndLine, address.EndSentence) == (address.Line, address.Sentence)
            ? start
            : $"{start}{to}{one(address.EndLine, address.EndSentence, Sentence)}";
    }

    private static string Ending(string stop, string space, string? url) => url is null ? stop : $"{stop}{space}{url}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
