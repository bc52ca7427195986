using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.RestApi;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>What a reader's request says, and the addresses of other pages in his language and as of his day.</summary>
public sealed record Visit
{
    /// <summary>The parameters that stay in links from page to page.</summary>
    private static readonly string[] Kept = [LanguageName, AsOfName];

    /// <summary>The parameters that every page takes.</summary>
    public static readonly IReadOnlyList<string> Everywhere = [LanguageName, AsOfName, AfterName];

    public const string LanguageName = "lang",
        AsOfName = "asOf",
        AfterName = "after";

    public const string Chinese = "zh",
        English = "en";

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Only what was in print by that day; null for everything.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>The path as it is written in addresses.</summary>
    public required string Path { get; init; }

    /// <summary>The parameters of the address, in its order and without empty ones; only lists stand more than once.</summary>
    public required IReadOnlyList<(string Name, string Value)> Parameters { get; init; }

    /// <summary>Scheme, host and port as the browser wrote them; empty where it wrote no host.</summary>
    public required string Origin { get; init; }

    /// <summary>What the path has in the place of the page's id; null where it has none.</summary>
    public string? Id { get; init; }

    public bool IsChinese => Language == Chinese;

    /// <summary>The text in the reader's language.</summary>
    public string Say(string chinese, string english) => IsChinese ? chinese : english;

    /// <summary>A parameter without the white space around it; null where it is missing or empty.</summary>
    public string? Given(string name) => Parameters.FirstOrDefault(one => one.Name == name).Value;

    /// <summary>All values of a parameter that may have several.</summary>
    public IReadOnlyList<string> AllGiven(string name) => [.. Parameters.Where(one => one.Name == name).Select(one => one.Value)];

    /// <summary>The address of another page, with the reader's language and day, where the parameters do not give another.</summary>
    public string To(string path, params IReadOnlyList<(string Name, string? Value)> parameters) =>
        path
        + Query(
            Kept.Where(name => !parameters.Any(parameter => parameter.Name == name)).Select(name => (name, Given(name))).Concat(parameters)
        );

    /// <summary>The address of this page, with some parameters changed; null takes one away.</summary>
    public string Here(params IReadOnlyList<(string Name, string? Value)> changed) => At(Path, changed);

    /// <summary>The address of another page with the parameters of this one, some of them changed.</summary>
    public string At(string path, params IReadOnlyList<(string Name, string? Value)> changed) =>
        path
        + Query(
            Parameters
                .Where(one => !changed.Any(change => change.Name == one.Name))
                .Select(one => (one.Name, (string?)one.Value))
                .Concat(changed)
        );

    /// <summary>The parameters as an address has them, every character left as it is that may stand there.</summary>
    public static string Query(IEnumerable<(string Name, string? Value)> parameters)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            if (value is null)
                continue;
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=');
            foreach (var rune in value.EnumerateRunes())
                if (rune.IsAscii && "!$'()*,;:@/".Contains((char)rune.Value, StringComparison.Ordinal))
                    query.Append((char)rune.Value);
                else
                    query.Append(Uri.EscapeDataString(rune.ToString()));
        }
        return query.ToString();
    }

    /// <summary>Reads a request.</summary>
    /// <param name="lists">The parameters that may have several values.</param>
    /// <param name="problem">What is wrong with it, in both languages; null for nothing.</param>
    public static Visit Of(HttpRequest request, string? id, IReadOnlyList<string> lists, out Bilingual? problem)
    {
        problem = null;
        var parameters = new List<(string Name, string Value)>();
        foreach (var (name, values) in request.Query)
        {
            var isList = lists.Contains(name);
            if (values.Count > 1 && !isList)
                problem ??= Twice(name);
            foreach (var value in values.Take(isList ? ArgumentReader.MaxItems : 1))
                if (!string.IsNullOrWhiteSpace(value))
                    parameters.Add((name, value.Trim()));
        }
        var language = ValueOf(LanguageName);
        if (language is not (null or Chinese or English))
        {
            problem ??= Wrong(LanguageName, language, $"{Chinese}, {English}");
            parameters.RemoveAll(one => one.Name == LanguageName);
            language = null;
        }
        LocalDate? asOf = null;
        if (ValueOf(AsOfName) is { } day)
        {
            if (LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date })
                asOf = date;
            else
            {
                problem ??= Wrong(AsOfName, day, new Bilingual("一个日期，如 2023-05-19", "a day such as 2023-05-19"));
                parameters.RemoveAll(one => one.Name == AsOfName);
            }
        }
        return new Visit
        {
            Language = language ?? (RestProblem.Prefers(request, English, Chinese) ? English : Chinese),
            AsOf = asOf,
            Path = request.Path.ToUriComponent(),
            Parameters = parameters,
            Origin = request.Host.HasValue ? $"{request.Scheme}://{request.Host}" : "",
            Id = id,
        };

        string? ValueOf(string name) => parameters.FirstOrDefault(one => one.Name == name).Value;
    }

    /// <summary>What is told of a parameter with a value that is not allowed.</summary>
    /// <param name="allowed">What is.</param>
    public static Bilingual Wrong(string name, string value, Bilingual allowed) =>
        new(
            $"参数“{name}”的值是“{ArgumentReader.Shorten(value)}”；可以是：{allowed.Chinese}。",
            $"The parameter '{name}' is '{ArgumentReader.Shorten(value)}'; allowed is: {allowed.English}."
        );

    /// <summary>The same where words of the schema are allowed.</summary>
    public static Bilingual Wrong(string name, string value, string allowed) => Wrong(name, value, new Bilingual(allowed, allowed));

    private static Bilingual Twice(string name) =>
        new(
            $"参数“{ArgumentReader.Shorten(name)}”出现了不止一次。",
            $"The parameter '{ArgumentReader.Shorten(name)}' stands more than once."
        );

    /// <summary>A line and a sentence of a text as people of the reader's language say it; <c>17.1</c> is the first of line 17.</summary>
    public string Place(string address)
    {
        var at = Address.Parse(address)!;
        if (at.Cell is { } cell)
            return Say($"第{at.Line}行第{cell}列", $"line {at.Line}, column {cell}");
        var start = One(at.Line, at.Sentence);
        return (at.EndLine, at.EndSentence) == (at.Line, at.Sentence)
            ? start
            : $"{start}{Say("至", " to ")}{One(at.EndLine, at.EndSentence)}";

        string One(int line, int sentence) => Say($"第{line}行第{sentence}句", $"line {line}, sentence {sentence}");
    }

    /// <summary>How many of what, in English: 1 period, 2 periods.</summary>
    public static string Counted(int? count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>A day as people of the reader's language write it.</summary>
    public string Day(LocalDate day) =>
        IsChinese
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")
            : day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment, as GraphQL answers it.</summary>
    public string DayOf(string moment) => Day(NodaTime.Text.OffsetDateTimePattern.Rfc3339.Parse(moment).Value.Date);
}
