using System.Collections.Frozen;
using System.Globalization;
using GraphQL.Types;
using Microsoft.Extensions.Primitives;
using NodaTime;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// What a request gives its parameters, as <see cref="ArgumentReader"/> takes it, and everything that is wrong with its form. Nothing is
/// ignored: what no parameter is called is a fault.
/// </summary>
internal sealed class RestInput
{
    /// <summary>What other APIs of statistics call what is called otherwise here; the first that an address has is meant.</summary>
    private static readonly FrozenDictionary<string, IReadOnlyList<string>> CalledElsewhere = new Dictionary<string, IReadOnlyList<string>>
    {
        ["entity"] = ["about", "entities"],
        ["subject"] = ["about"],
        ["source"] = ["articles"],
        ["period"] = ["periodOverlaps"],
        ["time"] = ["periodOverlaps"],
        ["from"] = ["periodOverlaps.from"],
        ["to"] = ["periodOverlaps.to"],
        ["asOf"] = ["publishedBy"],
        ["asOfBasis"] = ["recordedAsOf"],
        ["latest"] = ["latestPer", "lastN"],
        ["lastNonEmpty"] = ["lastN"],
        ["limit"] = ["first"],
        ["pageSize"] = ["first"],
        ["cursor"] = ["after"],
        ["q"] = ["text"],
        ["query"] = ["text"],
        ["sort"] = ["order"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly IReadOnlyList<RestParameter> _parameters;
    private readonly List<RestFault> _faults = [];
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _given = new(StringComparer.Ordinal);

    private readonly int _mostTold;

    private RestInput(IReadOnlyList<RestParameter> parameters, int mostTold = RestProblem.MostFaults) =>
        (_parameters, _mostTold) = (parameters, mostTold);

    public IReadOnlyList<RestFault> Faults => _faults;

    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>What was given to a parameter, before it was read.</summary>
    public object? Given(string parameter) => _given.GetValueOrDefault(parameter);

    /// <summary>The parameter whose value an argument, or a part of one, is.</summary>
    public string ParameterOf(string argument) =>
        _parameters.FirstOrDefault(p => p.Path is [var only] && only == argument)?.Name ?? argument;

    /// <param name="mostTold">How many faults are told in words; more are only counted.</param>
    public static RestInput OfQuery(IQueryCollection query, IReadOnlyList<RestParameter> parameters, int mostTold = RestProblem.MostFaults)
    {
        var input = new RestInput(parameters, mostTold);
        var known = parameters.SelectMany(p => p.InQuery).ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var (name, texts) in query)
        {
            object? value = texts.Count > 1 ? texts.ToList<object?>() : texts.ToString();
            input._given[name] = value;
            if (known.TryGetValue(name, out var parameter))
                input.Put(parameter, input.OfTexts(parameter, texts));
            else if (parameters.FirstOrDefault(p => p.Name == name) is not { } other)
                input.Unknown(name, value, [.. known.Keys]);
            else if (other.IsSpan)
                input.Put(other, input.SpanOf(other, value));
            else
                input._faults.Add(
                    new(name, RestProblem.UnknownParameter, $"'{name}' holds objects, which an address cannot: POST it.")
                    {
                        Rejected = value,
                        Chinese = "其值为对象，地址中无法表达，请用 POST。",
                    }
                );
        }
        input.Complete();
        return input;
    }

    public static RestInput OfBody(IReadOnlyDictionary<string, object?> body, IReadOnlyList<RestParameter> parameters)
    {
        var input = new RestInput(parameters);
        foreach (var (name, value) in body)
        {
            input._given[name] = value;
            if (parameters.FirstOrDefault(p => p.Name == name) is { } parameter)
                input.Put(parameter, input.OfJson(parameter, value, name));
            else
                input.Unknown(name, value, [.. parameters.Select(p => p.Name)]);
        }
        input.Complete();
        return input;
    }

    private void Complete()
    {
        foreach (var parameter in _parameters.Where(p => !_given.ContainsKey(p.Name)))
        {
            if (parameter.IsRequired)
                _faults.Add(
                    new(parameter.Name, GraphErrors.InvalidArgument, $"'{parameter.Name}' is required.") { Chinese = "必须给出。" }
                );
            // As GraphQL has them, too: so a cursor of one is a cursor of the other.
            Put(parameter, parameter.Default);
            RequireMembers(parameter, parameter.Name);
        }
    }

    /// <summary>Of an object that is given in part what it cannot do without.</summary>
    private void RequireMembers(RestParameter parameter, string place)
    {
        if (!parameter.Members.Any(member => _given.ContainsKey($"{place}.{member.Path[^1]}")))
            return;
        foreach (var member in parameter.Members.Where(m => m.IsRequired).Select(m => $"{place}.{m.Path[^1]}"))
        {
            if (!_given.ContainsKey(member))
                _faults.Add(
                    new(member, GraphErrors.InvalidArgument, $"'{member}' is required where something else of '{place}' is given.")
                    {
                        Chinese = $"给出“{place}”的其他成员时，必须给出它。",
                    }
                );
        }
    }

    private void Put(RestParameter parameter, object? value)
    {
        if (value is null)
            return;
        var at = _values;
        foreach (var step in parameter.Path.SkipLast(1))
            at =
                at.TryGetValue(step, out var inner) && inner is Dictionary<string, object?> known
                    ? known
                    : (Dictionary<string, object?>)(at[step] = new Dictionary<string, object?>(StringComparer.Ordinal))!;
        at[parameter.Path[^1]] = value;
    }

    private object? OfTexts(RestParameter parameter, StringValues texts)
    {
        if (parameter.IsList)
            return texts.Select(text => One(parameter, text, parameter.Name)).Where(value => value is not null).ToList();
        if (texts.Count == 1)
            return One(parameter, texts[0], parameter.Name);
        Wrong(parameter.Name, texts.ToList<object?>(), $"stands {texts.Count} times; it takes one value.", "只能有一个值。");
        return null;
    }

    private object? OfJson(RestParameter parameter, object? value, string place)
    {
        switch (value)
        {
            case null:
                return null;
            case List<object?> items when parameter.IsList:
                return items
                    .Select((item, at) => JsonItem(parameter, item, $"{place}[{at.ToString(CultureInfo.InvariantCulture)}]"))
                    .Where(item => item is not null)
                    .ToList();
            case List<object?>:
                Wrong(place, value, "is a list; it takes one value.", "只能有一个值，不能是列表。");
                return null;
            default:
                var one = JsonItem(parameter, value, place);
                return parameter.IsList && one is not null ? new List<object?> { one } : one;
        }
    }

    private object? JsonItem(RestParameter parameter, object? value, string place)
    {
        if (parameter.Members.Count == 0)
            return One(parameter, value, place);
        if (parameter.IsSpan && value is string)
            return SpanOf(parameter, value);
        if (value is not Dictionary<string, object?> members)
        {
            Wrong(place, value, $"is no object; it has the members {string.Join(", ", parameter.Members.Select(m => m.Path[^1]))}.");
            return null;
        }
        var read = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, inner) in members)
        {
            _given[$"{place}.{name}"] = inner;
            if (parameter.Members.FirstOrDefault(m => m.Path[^1] == name) is not { } member)
                Unknown($"{place}.{name}", inner, [.. parameter.Members.Select(m => $"{place}.{m.Path[^1]}")]);
            else if (OfJson(member, inner, $"{place}.{name}") is { } known)
                read[name] = known;
        }
        RequireMembers(parameter, place);
        return read;
    }

    /// <summary>One value of a parameter's type; null, with a fault, where it is none.</summary>
    private object? One(RestParameter parameter, object? value, string place)
    {
        switch (parameter.Item)
        {
            case EnumerationGraphType names:
                if (value is string word && names.Values.FirstOrDefault(n => n.Name == word) is { } known)
                    return known.Value;
                string[] allowed = [.. names.Values.Select(n => n.Name)];
                Wrong(place, value, $"allowed: {string.Join(", ", allowed)}.", words: allowed);
                return null;
            case BooleanGraphType:
                if (value is bool or "true" or "false" or "1" or "0")
                    return value is true or "true" or "1";
                Wrong(place, value, "allowed: true, false.", words: ["true", "false"]);
                return null;
            case IntGraphType:
                if (value is int || int.TryParse(value as string, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                    return Convert.ToInt32(value, CultureInfo.InvariantCulture);
                Wrong(place, value, "it takes a whole number.", "须为整数。");
                return null;
            case DateScalar when parameter.IsEndOfSpan && value is string code && PeriodCodes.Read(code) is { } span:
                return parameter.Path[^1] == "from" ? span.First : span.Last;
            case ScalarGraphType and IWrittenForm form:
                if (value is not (null or "") && ((ScalarGraphType)form).CanParseValue(value))
                    return ((ScalarGraphType)form).ParseValue(value);
                Wrong(
                    place,
                    value,
                    parameter.IsEndOfSpan ? PeriodCodes.Form : form.Form,
                    parameter.IsEndOfSpan ? PeriodCodes.ChineseForm : form.ChineseForm
                );
                return null;
            default:
                if (value is string and not "")
                    return value;
                if (value is not "")
                    Wrong(place, value, "it takes a text.", "须为文字。");
                else if (!IsOneTooMany(place, GraphErrors.InvalidArgument))
                    _faults.Add(
                        new(place, GraphErrors.InvalidArgument, $"'{place}' is empty; leave it out, or name something.")
                        {
                            Rejected = value,
                            Chinese = "值为空；请去掉此参数，或写明内容。",
                        }
                    );
                return null;
        }
    }

    private Dictionary<string, object?>? SpanOf(RestParameter parameter, object? value)
    {
        if (value is string code && PeriodCodes.Read(code) is { First: var first, Last: var last })
            return new(StringComparer.Ordinal) { ["from"] = first, ["to"] = last };
        Wrong(parameter.Name, value, PeriodCodes.Form, PeriodCodes.ChineseForm);
        return null;
    }

    private void Wrong(string place, object? value, string allowed, string? chinese = null, IReadOnlyList<string>? words = null)
    {
        if (IsOneTooMany(place, GraphErrors.InvalidArgument))
            return;
        var near = value is string { Length: <= ArgumentReader.MaxLength } word && words is not null ? Nearest.To(word, words) : null;
        var end = char.IsUpper(allowed[0]) ? ". " : "; ";
        var found =
            value is string text ? $"has '{ArgumentReader.Shorten(text)}'{end}"
            : value is null ? $"has null{end}"
            : "";
        _faults.Add(
            new(place, GraphErrors.InvalidArgument, $"'{place}' {found}{(near is null ? allowed : $"did you mean '{near}'?")}")
            {
                Rejected = value,
                Chinese = chinese,
                Allowed = words ?? [],
                Suggestion = near,
            }
        );
    }

    /// <summary>Whether a fault is counted only, because so many are told already.</summary>
    private bool IsOneTooMany(string place, string code)
    {
        if (_faults.Count < _mostTold)
            return false;
        _faults.Add(new(place, code, ""));
        return true;
    }

    private void Unknown(string name, object? value, IReadOnlyList<string> known)
    {
        if (IsOneTooMany(name, RestProblem.UnknownParameter))
            return;
        var near =
            CalledElsewhere.TryGetValue(name, out var ours) && ours.FirstOrDefault(known.Contains) is { } other ? other
            : name.Length <= ArgumentReader.MaxLength ? Nearest.To(name, known)
            : null;
        _faults.Add(
            new(
                name,
                RestProblem.UnknownParameter,
                $"There is no parameter '{ArgumentReader.Shorten(name)}'; "
                    + (
                        near is not null ? $"did you mean '{near}'?"
                        : known.Count == 0 ? "this address takes none."
                        : $"allowed: {string.Join(", ", known)}."
                    )
            )
            {
                Rejected = value,
                Allowed = known,
                Suggestion = near,
            }
        );
    }
}
