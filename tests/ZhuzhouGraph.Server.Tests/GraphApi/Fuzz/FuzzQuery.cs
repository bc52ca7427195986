using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Fuzz;

/// <summary>
/// A random valid query over the schema as it is, so that a field which is added later is asked, too. Every object says its type, and its
/// id and its cursor where it has one, for <see cref="FuzzAnswer"/> to look at.
/// </summary>
internal sealed class FuzzQuery
{
    /// <summary>The alias of a list whose order was asked for starts so.</summary>
    public const string Ordered = "o";

    private const int MaxDepth = 8;

    private readonly Dice _dice;
    private readonly FuzzValues _values;
    private readonly ISchema _schema;
    private readonly List<string> _declared = [];
    private readonly List<string> _fragments = [];
    private int _left = 60;
    private int _names;

    public FuzzQuery(ISchema schema, Dice dice, FuzzValues values)
    {
        (_schema, _dice, _values) = (schema, dice, values);
        var body = SelectionOf(schema.Query, 1);
        Text = $"query fuzz{(_declared.Count == 0 ? "" : $"({string.Join(", ", _declared)})")} {body}{string.Concat(_fragments)}";
    }

    public string Text { get; }

    public JsonObject Variables { get; } = [];

    public override string ToString() => $"{Text}\n{Variables.ToJsonString()}";

    /// <summary>The arguments of a field, without those of paging, written out.</summary>
    public static string Arguments(FieldType field, Dice dice, FuzzValues values) =>
        string.Join(
            ", ",
            (field.Arguments ?? [])
                .Where(a =>
                    a.Name is not ("first" or "after")
                    && a.DeprecationReason is null
                    && (a.ResolvedType is NonNullGraphType || dice.Chance(40))
                )
                .Select(a => $"{a.Name}: {values.Of(a.Name, a.ResolvedType!).Literal}")
        );

    private string SelectionOf(IGraphType type, int depth)
    {
        var text = new StringBuilder("{ __typename");
        if (type is IComplexGraphType complex)
        {
            foreach (var marker in new[] { "id", "cursor" }.Where(name => complex.Fields.Find(name) is not null))
                text.Append(' ').Append(marker);
            if (complex.Fields.Where(f => f.Name is not ("id" or "cursor")).ToList() is { Count: > 0 } others)
                text.Append(string.Concat(_dice.Different(others, 4).Select(field => " " + Field(field, depth))));
        }
        if (type is IAbstractGraphType abstraction && depth < MaxDepth)
        {
            var possible = _dice.Of<IObjectGraphType>([.. abstraction.PossibleTypes]);
            text.Append(CultureInfo.InvariantCulture, $" ... on {possible.Name} {SelectionOf(possible, depth)}");
        }
        return Perhaps(text.Append(" }").ToString(), type);
    }

    /// <summary>The selection as it is, or in a fragment that is spread twice: the same objects, written differently.</summary>
    private string Perhaps(string selection, IGraphType type)
    {
        if (!_dice.Chance(15))
            return selection;
        var name = Name("f");
        _fragments.Add($" fragment {name} on {type.Name} {selection}");
        return $"{{ ...{name} ...{name} }}";
    }

    private string Field(FieldType field, int depth)
    {
        var type = field.ResolvedType!.GetNamedType();
        var isObject = type is IComplexGraphType;
        if (isObject && (depth >= MaxDepth || _left-- <= 0))
            return "";
        var arguments = ArgumentsOf(field);
        // Cursors say what stands before what, unless another order was asked for.
        var isOrdered = arguments.Contains("order:", StringComparison.Ordinal);
        var directive = _dice.Chance(5)
            ? $" @{_dice.Of("skip", "include")}(if: {Variable("skips", "Boolean!", new("true", _dice.Chance(50)))})"
            : "";
        return $"{Name(isOrdered ? Ordered : "a")}: "
            + $"{field.Name}{(arguments.Length == 0 ? "" : $"({arguments})")}{directive}"
            + $"{(isObject ? " " + SelectionOf(type, depth + 1) : "")}";
    }

    private string ArgumentsOf(FieldType field)
    {
        var chosen = (field.Arguments ?? [])
            .Where(a =>
                a.Name != "after"
                && a.DeprecationReason is null
                && (a.ResolvedType is NonNullGraphType || _dice.Chance(a.Name == "first" ? 80 : 40))
            )
            .ToList();
        // The only field whose arguments exclude each other.
        if (ReferenceEquals(field, _schema.Query.Fields.Find("entity")))
            chosen = [_dice.Of([.. field.Arguments!])];
        // A rule chooses among figures that agree in something, and days end after they start.
        if (!chosen.Exists(a => a.Name == "latestPer") && field.Arguments?.Find("latestPer") is not null)
            chosen.RemoveAll(a => a.Name is "rule" or "acrossMeasures");
        if (field.Name == "derived")
            chosen.RemoveAll(a => a.Name == "of");
        if (field.Arguments?.Find("lastN") is not null)
            chosen.RemoveAll(a => a.Name == "from" || (a.Name == "first" && chosen.Exists(b => b.Name == "lastN")));
        return string.Join(
            ", ",
            chosen.Select(a =>
            {
                var value = _values.Of(a.Name, a.ResolvedType!);
                return $"{a.Name}: {(_dice.Chance(30) ? Variable("v", a.ResolvedType!.ToString()!, value) : value.Literal)}";
            })
        );
    }

    private string Variable(string stem, string type, FuzzValue value)
    {
        var name = Name(stem);
        _declared.Add($"${name}: {type}");
        Variables[name] = value.Json?.DeepClone();
        return "$" + name;
    }

    private string Name(string stem) => $"{stem}{_names++}";
}
