using System.Globalization;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Statements;

/// <summary>A document with its variables, read by the words of the specification and with nothing of the executor.</summary>
internal sealed class AskedDocument(ISchema schema, string text, JsonObject variables)
{
    private readonly GraphQLDocument _document = Parser.Parse(text);

    public IEnumerable<GraphQLSelectionSet> Operation => [_document.Definitions.OfType<GraphQLOperationDefinition>().Single().SelectionSet];

    /// <summary>
    /// The fields that are selected on an object of that type, fragments included, merged by the key under which they are answered.
    /// </summary>
    public ILookup<string, GraphQLField> Fields(IEnumerable<GraphQLSelectionSet> sets, IComplexGraphType type) =>
        All(sets, type).ToLookup(field => (field.Alias?.Name ?? field.Name).StringValue, StringComparer.Ordinal);

    /// <summary>
    /// 1 where an argument of the operation names something, by id or by exact name, whether it is left out or not; else 0.
    /// </summary>
    public int Names => Operation.Any(set => Name(set, schema.Query)) ? 1 : 0;

    /// <summary>The value of an argument, its default where it is left out, and null where there is neither.</summary>
    public JsonNode? Argument(FieldType declared, GraphQLField field, string name) =>
        (field.Arguments?.FirstOrDefault(a => a.Name.Value == name) is { } given ? Value(given.Value) : null) ?? Default(declared, name);

    /// <summary>All arguments that the filter lets through, in one form for one meaning.</summary>
    public string Arguments(FieldType declared, GraphQLField field, Func<string, bool> filter) =>
        string.Join(
            ' ',
            (declared.Arguments ?? [])
                .Where(a => filter(a.Name))
                .OrderBy(a => a.Name, StringComparer.Ordinal)
                .Select(a => (a.Name, Value: Argument(declared, field, a.Name)))
                .Where(a => a.Value is not null)
                .Select(a => $"{a.Name}={Canonical(a.Value!)}")
        );

    /// <summary>The document with <c>__typename</c> in every object, and with <c>id</c> in every one that has it.</summary>
    public async Task<string> MarkedAsync()
    {
        var marked = Parser.Parse(text);
        foreach (var definition in marked.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation)
                Mark(operation.SelectionSet, schema.Query);
            if (definition is GraphQLFragmentDefinition fragment)
                Mark(fragment.SelectionSet, schema.AllTypes[fragment.TypeCondition.Type.Name.Value]!);
        }
        await using var written = new StringWriter(CultureInfo.InvariantCulture);
        await new SDLPrinter().PrintAsync(marked, written, TestContext.Current.CancellationToken);
        return written.ToString();
    }

    private bool Name(GraphQLSelectionSet set, IGraphType type) =>
        set.Selections.Any(selection =>
            selection switch
            {
                GraphQLField field => (type as IComplexGraphType)?.Fields.Find(field.Name.Value) is { } declared
                    && (
                        (declared.Arguments ?? []).Any(a =>
                            field.Arguments?.FirstOrDefault(given => given.Name.Value == a.Name) is { } given
                            && IsNamed(a.Name, a.Description!, a.ResolvedType!, Value(given.Value))
                        ) || (field.SelectionSet is { } below && Name(below, declared.ResolvedType!.GetNamedType()))
                    ),
                GraphQLInlineFragment inline => Name(
                    inline.SelectionSet,
                    inline.TypeCondition is { } condition ? schema.AllTypes[condition.Type.Name.Value]! : type
                ),
                GraphQLFragmentSpread spread => _document
                    .Definitions.OfType<GraphQLFragmentDefinition>()
                    .Where(fragment => fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value)
                    .Any(fragment => Name(fragment.SelectionSet, schema.AllTypes[fragment.TypeCondition.Type.Name.Value]!)),
                _ => false,
            }
        );

    /// <summary>What takes names says so in its description; articles are named by id.</summary>
    private static bool IsNamed(string name, string description, IGraphType type, JsonNode? value) =>
        value is not null
        && (
            description.Contains("exact name", StringComparison.Ordinal)
            || name is "articles" or "article" or "name" or "names"
            || (
                type.GetNamedType() is InputObjectGraphType input
                && (value as JsonArray ?? [value.DeepClone()])
                    .SelectMany(item => item!.AsObject())
                    .Any(member =>
                        input.Fields.Find(member.Key) is { } field
                        && IsNamed(field.Name, field.Description!, field.ResolvedType!, member.Value)
                    )
            )
        );

    private void Mark(GraphQLSelectionSet set, IGraphType type)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is GraphQLInlineFragment inline)
                Mark(inline.SelectionSet, inline.TypeCondition is { } condition ? schema.AllTypes[condition.Type.Name.Value]! : type);
            if (selection is GraphQLField { SelectionSet: { } below } field)
                Mark(below, ((IComplexGraphType)type).Fields.Find(field.Name.Value)!.ResolvedType!.GetNamedType());
        }
        set.Selections.Add(new GraphQLField(new GraphQLName("__typename")));
        if ((type as IComplexGraphType)?.Fields.Find("id") is not null)
            set.Selections.Add(new GraphQLField(new GraphQLName("id")));
    }

    private IEnumerable<GraphQLField> All(IEnumerable<GraphQLSelectionSet> sets, IComplexGraphType type) =>
        sets.SelectMany(set => set.Selections)
            .Where(selection => IsIncluded((IHasDirectivesNode)selection))
            .SelectMany(selection =>
                selection switch
                {
                    GraphQLField field => [field],
                    GraphQLInlineFragment inline => OfFragment(inline.TypeCondition, inline.SelectionSet, type),
                    GraphQLFragmentSpread spread => _document
                        .Definitions.OfType<GraphQLFragmentDefinition>()
                        .Where(fragment => fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value)
                        .SelectMany(fragment => OfFragment(fragment.TypeCondition, fragment.SelectionSet, type)),
                    _ => [],
                }
            );

    private IEnumerable<GraphQLField> OfFragment(GraphQLTypeCondition? condition, GraphQLSelectionSet set, IComplexGraphType type)
    {
        var wanted = condition?.Type.Name.StringValue;
        return wanted is null || wanted == type.Name || (type as IObjectGraphType)?.ResolvedInterfaces.Any(i => i.Name == wanted) is true
            ? All([set], type)
            : [];
    }

    private bool IsIncluded(IHasDirectivesNode selection) =>
        (selection.Directives?.Items ?? []).All(directive =>
            Value(directive.Arguments![0].Value)!.GetValue<bool>() == (directive.Name.Value == "include")
        );

    private JsonNode? Value(GraphQLValue value) =>
        value switch
        {
            GraphQLVariable variable => variables[variable.Name.StringValue],
            GraphQLNullValue => null,
            GraphQLEnumValue choice => choice.Name.StringValue,
            GraphQLTrueBooleanValue => true,
            GraphQLFalseBooleanValue => false,
            GraphQLIntValue number => JsonNode.Parse(number.Value.ToString()),
            GraphQLFloatValue number => JsonNode.Parse(number.Value.ToString()),
            GraphQLStringValue words => words.Value.ToString(),
            GraphQLListValue list => new JsonArray([.. (list.Values ?? []).Select(item => Value(item)?.DeepClone())]),
            GraphQLObjectValue input => new JsonObject(
                (input.Fields ?? []).Select(f => KeyValuePair.Create(f.Name.StringValue, Value(f.Value)?.DeepClone()))
            ),
            _ => throw new ArgumentException($"A value of kind {value.Kind} is none that is known here.", nameof(value)),
        };

    private JsonNode? Default(FieldType declared, string name) =>
        declared.Arguments?.Find(name) is { DefaultValue: { } value } argument ? Value(argument.ResolvedType!.ToAST(value)) : null;

    private static string Canonical(JsonNode value) =>
        value switch
        {
            JsonArray items => $"[{string.Join(',', items.Select(item => Canonical(item!)))}]",
            JsonObject members =>
                $"{{{string.Join(
                    ',',
                    members
                        .Where(m => m.Value is not null)
                        .OrderBy(m => m.Key, StringComparer.Ordinal)
                        .Select(m => $"{m.Key}:{Canonical(m.Value!)}")
                )}}}",
            _ => value.ToJsonString(),
        };
}
