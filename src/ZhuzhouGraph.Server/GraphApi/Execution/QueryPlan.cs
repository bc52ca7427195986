using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>
/// What an operation asks of each type of object, worked out when the first object of the type is met and kept from then on: fragments
/// written out, fields of one name merged. May be used by many requests at once.
/// </summary>
internal sealed class QueryPlan
{
    private readonly ISchema _schema;
    private readonly GraphQLDocument _document;
    private readonly IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? _directives;
    private long _bytes;

    /// <param name="directives">The directives with the values of one request; a plan with them is of no use to another.</param>
    public QueryPlan(
        ISchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? directives = null
    )
    {
        (_schema, _document, _directives) = (schema, document, directives);
        Root = new SelectionPlan(this, null, [operation.SelectionSet]);
        Brief = RecordKinds.All & ~Needed(RootOf(operation), operation.SelectionSet, []);
    }

    public SelectionPlan Root { get; }

    /// <summary>The records of which the operation needs no more than brief ones hold.</summary>
    public RecordKinds Brief { get; }

    /// <summary>What it needs in memory, never less than it really does.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The fields that the selections ask of a type, in the order of the answer.</summary>
    public FieldPlan[] Compile(IGraphType type, IReadOnlyList<GraphQLSelectionSet> sets)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = new OrderedDictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        var seen = new HashSet<ROM>();
        foreach (var set in sets)
            Collect(type, set, found, seen);
        FieldPlan[] fields = [.. found.Select(field => FieldOf(type, field.Key, field.Value))];
        Interlocked.Add(ref _bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        return fields;
    }

    private void Collect(IGraphType type, GraphQLSelectionSet set, OrderedDictionary<string, List<GraphQLField>> into, HashSet<ROM> seen)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case GraphQLField field when IsIncluded(field):
                    var name = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!into.TryGetValue(name, out var merged))
                        into.Add(name, merged = []);
                    merged.Add(field);
                    break;
                case GraphQLInlineFragment inline when IsIncluded(inline) && Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, into, seen);
                    break;
                // Once is enough: what a fragment asks for a second time is merged with the first.
                case GraphQLFragmentSpread spread when IsIncluded(spread) && seen.Add(spread.FragmentName.Name.Value):
                    if (
                        _document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment
                        && Applies(fragment.TypeCondition, type)
                    )
                        Collect(type, fragment.SelectionSet, into, seen);
                    break;
            }
        }
    }

    private IGraphType RootOf(GraphQLOperationDefinition operation) =>
        operation.Operation is OperationType.Subscription ? _schema.Subscription! : _schema.Query;

    /// <summary>The records that the selection needs whole, whatever is left out of it and whichever fragments apply.</summary>
    private RecordKinds Needed(IGraphType type, GraphQLSelectionSet set, HashSet<ROM> seen)
    {
        var needed = RecordKinds.None;
        foreach (var selection in set.Selections)
        {
            needed |= selection switch
            {
                GraphQLField field => NeededBy(DefinitionOf(type, field.Name), field),
                GraphQLInlineFragment inline => Needed(TypeOf(inline.TypeCondition) ?? type, inline.SelectionSet, seen),
                GraphQLFragmentSpread spread
                    when seen.Add(spread.FragmentName.Name.Value)
                        && _document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment => Needed(
                    TypeOf(fragment.TypeCondition)!,
                    fragment.SelectionSet,
                    seen
                ),
                _ => RecordKinds.None,
            };
        }
        return needed;

        RecordKinds NeededBy(FieldType definition, GraphQLField field) =>
            definition.Name.StartsWith("__", StringComparison.Ordinal) ? RecordKinds.None
            : field.SelectionSet is { } below ? Reads.Of(definition) | Needed(definition.ResolvedType!.GetNamedType(), below, seen)
            : Reads.Of(definition);

        IGraphType? TypeOf(GraphQLTypeCondition? condition) => condition is null ? null : _schema.AllTypes[condition.Type.Name.Value];
    }

    private FieldPlan FieldOf(IGraphType type, string name, List<GraphQLField> merged)
    {
        var ast = merged[0];
        var definition = DefinitionOf(type, ast.Name);
        List<GraphQLSelectionSet> below = [.. merged.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>()];
        var plan = new FieldPlan(
            name,
            ast,
            type,
            definition,
            below.Count == 0 ? null : new SelectionPlan(this, definition.ResolvedType!.GetNamedType(), below)
        )
        {
            Defaults = ast.Arguments is { Count: > 0 }
                ? null
                : ExecutionHelper.GetArguments(definition.Arguments, null, null, _document, ast, null),
        };
        return ReferenceEquals(definition, _schema.TypeNameMetaFieldType) ? plan with { Held = _ => type.Name } : plan;
    }

    private FieldType DefinitionOf(IGraphType type, GraphQLName name)
    {
        if (name.Value == _schema.TypeNameMetaFieldType.Name)
            return _schema.TypeNameMetaFieldType;
        if (type == _schema.Query && name.Value == _schema.SchemaMetaFieldType.Name)
            return _schema.SchemaMetaFieldType;
        if (type == _schema.Query && name.Value == _schema.TypeMetaFieldType.Name)
            return _schema.TypeMetaFieldType;
        return (type as IComplexGraphType)?.GetField(name.Value)
            ?? throw new InvalidOperationException(
                $"{type.Name} has no field '{name.StringValue}', although the document was found valid."
            );
    }

    private bool Applies(GraphQLTypeCondition? condition, IGraphType type) =>
        condition is null
        || (
            _schema.AllTypes[condition.Type.Name.Value] is { } named
            && (named == type || (named is IAbstractGraphType several && several.IsPossibleType(type)))
        );

    private bool IsIncluded(ASTNode node) =>
        _directives?.TryGetValue(node, out var directives) is not true
        || (
            !(directives.TryGetValue("skip", out var skip) && skip.Arguments["if"].Value is true)
            && !(directives.TryGetValue("include", out var include) && include.Arguments["if"].Value is false)
        );
}

/// <summary>What is selected of one field, for each type of object that it answers.</summary>
/// <param name="declared">The type of the field; null for the root.</param>
internal sealed class SelectionPlan(QueryPlan plan, IGraphType? declared, IReadOnlyList<GraphQLSelectionSet> sets)
{
    private readonly Lock _gate = new();
    private volatile Dictionary<IGraphType, FieldPlan[]> _fields = new(ReferenceEqualityComparer.Instance);

    /// <summary>The fields that are asked of an object of that type.</summary>
    public FieldPlan[] Of(IGraphType type)
    {
        if (_fields.TryGetValue(type, out var known))
            return known;
        lock (_gate)
        {
            if (_fields.TryGetValue(type, out known))
                return known;
            if (declared is IAbstractGraphType several && several != type && !several.IsPossibleType(type))
                throw new InvalidOperationException($"{type.Name} is no possible type for {several.Name}.");
            // Readers look without the lock, so they get a new dictionary.
            var fields = plan.Compile(type, sets);
            _fields = new Dictionary<IGraphType, FieldPlan[]>(_fields, ReferenceEqualityComparer.Instance) { [type] = fields };
            return fields;
        }
    }
}
