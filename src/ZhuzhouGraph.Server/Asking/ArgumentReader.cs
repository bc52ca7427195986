using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>Reads the arguments of one field, or one input of them, and notes every problem instead of stopping at the first.</summary>
/// <param name="names">What ids and names stand for; without it they are given as they stand there.</param>
/// <param name="sorts">How many sorts of relationships a filter may count.</param>
internal sealed class ArgumentReader(
    IReadOnlyDictionary<string, object?> values,
    string place,
    List<Problem> problems,
    NamedNodes? names = null,
    int sorts = ArgumentReader.SortsByDefault
)
{
    /// <summary>How many sorts of relationships a filter may count where nothing else is said.</summary>
    public const int SortsByDefault = 5;

    /// <summary>The longest list and the longest text that an argument may be.</summary>
    public const int MaxItems = 100,
        MaxLength = 200;

    /// <summary>How many words a text may have that is looked for word by word.</summary>
    public const int MaxWords = 20;

    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    /// <summary>Whether ids are given for what is named: not while it is only noted to be looked up.</summary>
    public bool GivesIds => names?.IsFound is not false;

    public bool Has(string name) => values.GetValueOrDefault(name) is not null;

    /// <summary>The reader of a nested input; one without values where it is absent.</summary>
    public ArgumentReader Input(string name) =>
        new(
            values.GetValueOrDefault(name) is IDictionary<string, object?> input ? input.AsReadOnly() : Nothing,
            Place(name),
            problems,
            names,
            sorts
        );

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

    /// <summary>The values of a list; none where it is left out. An empty one would admit nothing, and is a mistake.</summary>
    public IReadOnlyList<T> List<T>(string name) => List<T>(name, MaxItems, $"at most {MaxItems} are allowed");

    /// <summary>The same; a list that is too long is not read.</summary>
    private List<T> List<T>(string name, int most, string allowed)
    {
        if (values.GetValueOrDefault(name) is not IEnumerable<object?> items)
            return [];
        if (items.TryGetNonEnumeratedCount(out var count) ? count > most : items.Skip(most).Any())
        {
            Report(name, GraphErrors.InvalidArgument, $"lists {(count > 0 ? count : $"more than {most}")} values; {allowed}.");
            return [];
        }
        var list = items.OfType<T>().ToList();
        if (list.Count == 0)
            Report(name, GraphErrors.InvalidArgument, "is an empty list; name at least one value, or leave it out.");
        return list;
    }

    /// <summary>A list of enum values.</summary>
    public IReadOnlyList<T> Values<T>(string name)
        where T : struct, Enum => [.. List<object>(name).OfType<T>()];

    /// <summary>The readers of the sorts of relationships that a filter counts.</summary>
    public IEnumerable<ArgumentReader> Sorts(string name) =>
        List<IDictionary<string, object?>>(name, sorts, $"the limit 'relationshipFilters' allows {sorts} in one filter")
            .Select(
                (input, at) =>
                    new ArgumentReader(
                        input.AsReadOnly(),
                        $"{Place(name)}[{at.ToString(CultureInfo.InvariantCulture)}]",
                        problems,
                        names,
                        sorts
                    )
            );

    /// <summary>Texts in which there is something to look for.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var texts = List<string>(name);
        foreach (var text in texts)
            Check(name, text);
        return texts;
    }

    /// <summary>The present ids of what is named by id or by exact name, each once.</summary>
    /// <param name="types">What may be named here.</param>
    public IReadOnlyList<string> IdsOrNames(string name, NodeTypes types)
    {
        var texts = List<string>(name).Where(text => IsIdOrName(name, text));
        return [.. texts.Select(text => Named(name, text, "has", types)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The present id of what is named by id or by exact name.</summary>
    /// <param name="types">What may be named here.</param>
    public string? IdOrName(string name, NodeTypes types) =>
        values.GetValueOrDefault(name) is string text && IsIdOrName(name, text) ? Named(name, text, "is", types) : null;

    /// <summary>Names, as they stand there; one that nothing has is told, and so is an id.</summary>
    /// <param name="types">Whose names.</param>
    public IReadOnlyList<string> Names(string name, NodeTypes types)
    {
        var texts = List<string>(name);
        foreach (var text in texts.Where(text => Check(name, text)))
        {
            if (NodeId.KindOf(text) is not null)
                Report(
                    name,
                    GraphErrors.InvalidArgument,
                    $"has '{Shorten(text)}', which is an id; allowed are names, and 'nodes' finds by id."
                );
            else
                names?.Require(text, "has", types, (code, message, candidates) => Report(name, code, message, candidates));
        }
        return texts;
    }

    /// <summary>Notes a name that the field looks up itself, and tells where nothing has it.</summary>
    public void LookUp(string name)
    {
        if (values.GetValueOrDefault(name) is string text && Check(name, text))
            names?.Note(text, NodeTypes.Entities);
    }

    /// <summary>The ids of articles.</summary>
    public IReadOnlyList<string> Articles(string name)
    {
        var ids = Ids(name);
        foreach (var id in ids.Where(id => NodeId.KindOf(id) is not (null or NodeKind.Article)))
            Report(name, GraphErrors.InvalidId, $"has '{Shorten(id)}', which is no article's id.");
        var articles = ids.Where(id => NodeId.KindOf(id) is NodeKind.Article);
        return [.. articles.Select(id => Named(name, id, "has", NodeTypes.Articles)).OfType<string>()];
    }

    /// <summary>Which of two names of one filter is given; both are a mistake.</summary>
    /// <param name="former">The deprecated name.</param>
    public string Renamed(string name, string former)
    {
        if (Has(name) && Has(former))
            Report(
                former,
                GraphErrors.InvalidArgument,
                $"is the former name of '{Place(name)}', which is given, too; give '{name}' alone."
            );
        return Has(former) && !Has(name) ? former : name;
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
        foreach (var id in ids)
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

    public void Report(string name, string code, string message) => Report(name, code, message, []);

    private void Report(string name, string code, string message, IReadOnlyList<Candidate> candidates) =>
        Add(new Problem(code, new Location(Field: Place(name)), $"'{Place(name)}' {message}") { Candidates = candidates });

    /// <summary>What is read twice has its problems once.</summary>
    private void Add(Problem problem)
    {
        if (!problems.Contains(problem))
            problems.Add(problem);
    }

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

    private string? Named(string name, string idOrName, string verb, NodeTypes types) =>
        names is null ? idOrName : names.Id(idOrName, verb, types, (code, message, candidates) => Report(name, code, message, candidates));

    private bool IsIdOrName(string name, string text) => Check(name, text) && (!LooksLikeId(text) || CheckId(name, text));

    private bool CheckId(string name, string id)
    {
        if (NodeId.KindOf(id) is not null)
            return true;
        Report(name, GraphErrors.InvalidId, $"has '{Shorten(id)}', which is no id. Allowed: {NodeId.Allowed}.");
        return false;
    }

    private bool Check(string name, string text)
    {
        var problem =
            text.Length > MaxLength ? $"has a text of {text.Length} characters; at most {MaxLength} are allowed."
            : Folding.Fold(text).Length == 0
                ? "has a text without anything to look for; white space, quotation marks and points do not count."
            : null;
        if (problem is not null)
            Report(name, GraphErrors.InvalidArgument, problem);
        return problem is null;
    }

    private string Place(string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static bool LooksLikeId(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text[..colon].All(char.IsAsciiLetterLower);

    /// <summary>What a message repeats of what was given.</summary>
    public static string Shorten(string text) => text.Length <= MaxEcho ? text : text[..MaxEcho] + "…";

    /// <summary>How many characters of what was given a message repeats.</summary>
    public const int MaxEcho = 40;
}
