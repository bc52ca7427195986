using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQL.Execution;
using NodaTime;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>Reads the arguments of one field, or one input of them, and notes every problem instead of stopping at the first.</summary>
internal sealed class ArgumentReader(IReadOnlyDictionary<string, object?> values, string place, List<Problem> problems)
{
    /// <summary>The longest list and the longest text that an argument may be.</summary>
    public const int MaxItems = 100,
        MaxLength = 200;

    /// <summary>How many words a text may have that is looked for word by word.</summary>
    public const int MaxWords = 10;

    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    public static ArgumentReader Of(IDictionary<string, ArgumentValue>? arguments, List<Problem> problems) =>
        new(arguments?.ToDictionary(a => a.Key, a => a.Value.Value) ?? Nothing, "", problems);

    public bool Has(string name) => values.GetValueOrDefault(name) is not null;

    /// <summary>The reader of a nested input; one without values where it is absent.</summary>
    public ArgumentReader Input(string name) =>
        new(values.GetValueOrDefault(name) is IDictionary<string, object?> input ? input.AsReadOnly() : Nothing, Place(name), problems);

    public string? Text(string name)
    {
        if (values.GetValueOrDefault(name) is not string text)
            return null;
        Check(name, text);
        return text;
    }

    /// <summary>Words that are looked for, separated by white space.</summary>
    public string? Words(string name)
    {
        var text = Text(name);
        if (text is { Length: <= MaxLength } && Folding.WordsOf(text).Count is > MaxWords and var words)
            Report(name, GraphErrors.InvalidArgument, $"has {words} words, separated by white space; at most {MaxWords} are allowed.");
        return text;
    }

    /// <summary>A text of any content.</summary>
    public string? Cursor(string name) => values.GetValueOrDefault(name) as string;

    public IReadOnlyList<T> List<T>(string name)
    {
        if (values.GetValueOrDefault(name) is not IEnumerable<object?> items)
            return [];
        var list = items.OfType<T>().ToList();
        if (list.Count > MaxItems)
            Report(name, GraphErrors.InvalidArgument, $"lists {list.Count} values; at most {MaxItems} are allowed.");
        return list;
    }

    /// <summary>A list of enum values.</summary>
    public IReadOnlyList<T> Values<T>(string name)
        where T : struct, Enum => [.. List<object>(name).OfType<T>()];

    /// <summary>The readers of a list of inputs.</summary>
    public IEnumerable<ArgumentReader> Inputs(string name) =>
        List<IDictionary<string, object?>>(name)
            .Take(MaxItems)
            .Select(
                (input, at) =>
                    new ArgumentReader(input.AsReadOnly(), $"{Place(name)}[{at.ToString(CultureInfo.InvariantCulture)}]", problems)
            );

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = List<string>(name);
        foreach (var text in texts.Take(MaxItems))
            Check(name, text);
        return texts;
    }

    /// <summary>Ids, or exact names.</summary>
    public IReadOnlyList<string> IdsOrNames(string name)
    {
        var texts = Texts(name);
        foreach (var text in texts.Take(MaxItems).Where(LooksLikeId))
            CheckId(name, text);
        return texts;
    }

    /// <summary>An id, or an exact name.</summary>
    public string? IdOrName(string name)
    {
        var text = Text(name);
        if (text is not null && LooksLikeId(text))
            CheckId(name, text);
        return text;
    }

    public string? Id(string name)
    {
        var id = values.GetValueOrDefault(name) as string;
        if (id is not null)
            CheckId(name, id);
        return id;
    }

    public IReadOnlyList<string> Ids(string name)
    {
        var ids = List<string>(name);
        foreach (var id in ids.Take(MaxItems))
            CheckId(name, id);
        return ids;
    }

    public T? Value<T>(string name)
        where T : struct => values.GetValueOrDefault(name) as T?;

    /// <summary>A whole number between two others, or what stands for it where it is left out.</summary>
    public int Number(string name, int least, int most, int otherwise)
    {
        var number = Value<int>(name) ?? otherwise;
        if (number < least || number > most)
            Report(name, GraphErrors.InvalidArgument, $"is {number}; allowed are {least} to {most}, and without it {otherwise} is meant.");
        return Math.Clamp(number, least, most);
    }

    public DateRange? Days(string name)
    {
        if (!Has(name))
            return null;
        var range = Input(name);
        var (first, last) = (range.Value<LocalDate>("from"), range.Value<LocalDate>("to"));
        if (first is null && last is null)
            Report(name, GraphErrors.InvalidArgument, "has neither 'from' nor 'to'; give at least one of them.");
        if (first > last)
            Report(name, GraphErrors.InvalidArgument, "ends before it starts; 'from' is the earlier day.");
        return new DateRange(first, last);
    }

    public void Report(string name, string code, string message) =>
        problems.Add(new Problem(code, new Location(Field: Place(name)), $"'{Place(name)}' {message}"));

    /// <summary>The arguments but those of paging, in one form for one meaning.</summary>
    public string Canonical()
    {
        var text = new StringBuilder();
        Write(values.Where(v => v.Key is not ("first" or "after")));
        return text.ToString();

        void Write(IEnumerable<KeyValuePair<string, object?>> pairs)
        {
            text.Append('{');
            foreach (var (key, value) in pairs.Where(p => p.Value is not null).OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                text.Append(key).Append(':');
                WriteValue(value);
                text.Append(',');
            }
            text.Append('}');
        }

        void WriteValue(object? value)
        {
            switch (value)
            {
                case string words:
                    text.Append(JsonSerializer.Serialize(words));
                    break;
                case IDictionary<string, object?> input:
                    Write(input);
                    break;
                case IEnumerable<object?> items:
                    text.Append('[');
                    foreach (var item in items)
                    {
                        WriteValue(item);
                        text.Append(',');
                    }
                    text.Append(']');
                    break;
                default:
                    text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                    break;
            }
        }
    }

    private void CheckId(string name, string id)
    {
        if (NodeId.KindOf(id) is null)
            Report(name, GraphErrors.InvalidId, $"has '{Shorten(id)}', which is no id. Allowed: {NodeId.Allowed}.");
    }

    private void Check(string name, string text)
    {
        if (text.Length > MaxLength)
            Report(name, GraphErrors.InvalidArgument, $"has a text of {text.Length} characters; at most {MaxLength} are allowed.");
        else if (Folding.Fold(text).Length == 0)
            Report(
                name,
                GraphErrors.InvalidArgument,
                "has a text without anything to look for; white space, quotation marks and points do not count."
            );
    }

    private string Place(string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static bool LooksLikeId(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text[..colon].All(char.IsAsciiLetterLower);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
