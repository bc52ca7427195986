using YamlDotNet.RepresentationModel;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// A YAML mapping that is read key by key. It knows the file, line and field of everything, reads every scalar as text, and
/// reports what has the wrong shape; <see cref="Close"/> reports the keys that nobody asked for.
/// </summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private readonly Dictionary<string, Problem> _missing = new(StringComparer.Ordinal);
    private readonly YamlMappingNode _node;
    private readonly YamlSource _source;
    private readonly string _path;

    public YamlMap(YamlMappingNode node, YamlSource source, string path)
    {
        (_node, _source, _path) = (node, source, path);
        Location = At(node, path);
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
                _values[name] = value;
            else
                _source.Problems.Add(new(ProblemCodes.Syntax, At(key, path), "A key must be a word."));
        }
    }

    public Location Location { get; }

    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The scalar of a key; null where the key is absent, its value is no scalar or left to do.</summary>
    public SeedText? Text(string key) => Value(key) is { } node ? Done(Scalar(node, Path(key))) : null;

    /// <summary>The scalars of a key that takes one or a list, without those left to do; empty where it is absent.</summary>
    public IReadOnlyList<SeedText> Texts(string key) =>
        Value(key) switch
        {
            null => [],
            YamlSequenceNode list => [.. list.Children.Select((item, i) => Done(Scalar(item, $"{Path(key)}[{i}]"))).OfType<SeedText>()],
            var node => Done(Scalar(node, Path(key))) is { } text ? [text] : [],
        };

    /// <summary>What a key takes one or a list of: each a scalar or a mapping.</summary>
    public IReadOnlyList<T> Each<T>(string key, Func<SeedText, T> ofText, Func<YamlMap, T?> ofMap)
        where T : class
    {
        IEnumerable<(YamlNode Node, string Path)> nodes = Value(key) switch
        {
            null => [],
            YamlSequenceNode list => list.Children.Select((item, i) => (item, $"{Path(key)}[{i}]")),
            var node => [(node, Path(key))],
        };
        return
        [
            .. nodes
                .Select(x =>
                    x.Node is YamlMappingNode map ? ofMap(new YamlMap(map, _source, x.Path))
                    : Done(Scalar(x.Node, x.Path)) is { } text ? ofText(text)
                    : null
                )
                .OfType<T>(),
        ];
    }

    /// <summary>The mapping of a key; null where the key is absent or its value is no mapping.</summary>
    public YamlMap? Map(string key) => Value(key) is { } node ? AsMap(node, Path(key)) : null;

    /// <summary>The mappings of a key that takes a list; empty where it is absent.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        switch (Value(key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return [.. list.Children.Select((item, i) => AsMap(item, $"{Path(key)}[{i}]")).OfType<YamlMap>()];
            case var node:
                _source.Problems.Add(
                    new(ProblemCodes.Syntax, At(node, Path(key)), "Found a single value; allowed is a list, one '- ' per entry.")
                );
                return [];
        }
    }

    /// <summary>A period: its words, or a mapping of words, from, to, precision.</summary>
    public SeedPeriod? Period(string key) =>
        WordsOr(key, (words, map) => new SeedPeriod(words, map?.Text("from"), map?.Text("to"), map?.Text("precision")));

    /// <summary>The base of a comparison: its words, or a mapping of words, from, to, about.</summary>
    public SeedBase? Base(string key) =>
        WordsOr(key, (words, map) => new SeedBase(words, map?.Text("from"), map?.Text("to"), map?.Text("about")));

    /// <summary>Words alone, or a mapping of them with what they cannot say.</summary>
    private T? WordsOr<T>(string key, Func<SeedText, YamlMap?, T> of)
        where T : class
    {
        if (Value(key) is not YamlMappingNode)
            return Value(key) is { } node && Scalar(node, Path(key)) is { } words ? of(words, null) : null;
        var map = Map(key)!;
        var read = map.Required("words") is { } stated ? of(stated, map) : null;
        map.Close();
        return read;
    }

    /// <summary>
    /// The scalar of a key that must be there; <see cref="Close"/> says where it is not. One that is left to do stands for itself, so that
    /// the rest of its mapping is judged.
    /// </summary>
    public SeedText? Required(string key)
    {
        if (!_values.ContainsKey(key))
            _missing[key] = new(ProblemCodes.Missing, Location with { Field = Path(key) }, $"'{key}' is missing.");
        return Value(key) is { } node ? Scalar(node, Path(key)) : null;
    }

    /// <summary>Reports every key that was not asked for, and every one that must be there and is not.</summary>
    public void Close()
    {
        var lost = YamlQuotes.LostCommas(_node, _source, _asked).ToList();
        foreach (var (keys, node, message) in lost)
            _source.Problems.Add(new(ProblemCodes.Syntax, At(node, Path(keys[0])), message));
        foreach (
            var key in _values.Keys.Except(_asked, StringComparer.Ordinal).Except(lost.SelectMany(x => x.Keys), StringComparer.Ordinal)
        )
        {
            var name = Nearest.To(SeedCharacters.Start(key, SeedCharacters.MaxLength), _asked);
            var near = name is null ? "" : $"; did you mean '{name}'?";
            // A key that is misspelt is one fault, and not one that is unknown and one that is missing.
            if (name is not null)
                _missing.Remove(name);
            _source.Problems.Add(
                new(
                    ProblemCodes.UnknownKey,
                    At(_values[key], Path(key)),
                    $"Found the key '{SeedCharacters.Shown(key)}'; "
                        + $"allowed here: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}{near}"
                )
            );
        }
        foreach (var missing in _missing.Values)
            _source.Problems.Add(missing);
    }

    private YamlNode? Value(string key)
    {
        if (!_asked.Contains(key, StringComparer.Ordinal))
            _asked.Add(key);
        return _values.GetValueOrDefault(key);
    }

    private SeedText? Scalar(YamlNode node, string path)
    {
        if (node is YamlScalarNode { Value: { } value } scalar && !string.IsNullOrWhiteSpace(value))
        {
            if (YamlQuotes.LostWords(scalar, _source) is { } lost)
                _source.Problems.Add(new(ProblemCodes.Syntax, At(node, path), lost));
            var text = value.Trim();
            if (SeedCharacters.FaultOf(text) is { } fault)
                _source.Problems.Add(new(ProblemCodes.InvalidValue, At(node, path), fault));
            else if (SeedTodo.Is(text))
                _source.Problems.Add(SeedTodo.Left(text, At(node, path)));
            return new SeedText(SeedCharacters.Start(text, SeedCharacters.MaxLength), At(node, path));
        }
        _source.Problems.Add(
            new(
                ProblemCodes.Syntax,
                At(node, path),
                node is YamlScalarNode ? "Found no value; a text is needed." : "Found a list or mapping; a text is needed."
            )
        );
        return null;
    }

    /// <summary>Whether a key's value, or one of its list, is left to do.</summary>
    public bool IsLeft(string key) =>
        _values.GetValueOrDefault(key) switch
        {
            YamlSequenceNode list => list.Children.Any(IsLeft),
            { } node => IsLeft(node),
            null => false,
        };

    /// <summary>Whether the value of any key but those, or of a mapping in it, is left to do.</summary>
    public bool HasLeft(params string[] except) =>
        _values.Any(pair => !except.Contains(pair.Key, StringComparer.Ordinal) && pair.Value.AllNodes.Any(IsLeft));

    /// <summary>Whether the value of a key is a mapping.</summary>
    public bool IsMap(string key) => _values.GetValueOrDefault(key) is YamlMappingNode;

    /// <summary>Where the value of a key stands.</summary>
    public Location LocationOf(string key) => At(_values[key], Path(key));

    private static bool IsLeft(YamlNode node) => node is YamlScalarNode { Value: { } value } && SeedTodo.Is(value.Trim());

    private static SeedText? Done(SeedText? text) => text is not null && SeedTodo.Is(text.Value) ? null : text;

    private YamlMap? AsMap(YamlNode node, string path)
    {
        if (node is YamlMappingNode map)
            return new YamlMap(map, _source, path);
        _source.Problems.Add(new(ProblemCodes.Syntax, At(node, path), "Found a list or a single value; allowed is {key: value, …}."));
        return null;
    }

    private string Path(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private Location At(YamlNode node, string path) => new(_source.File, (int)node.Start.Line, path.Length == 0 ? null : path);
}
