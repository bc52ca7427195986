using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// How many objects an operation may return, with the real variables of its request: lists inside lists multiply, and what <c>@skip</c> and
/// <c>@include</c> leave out is left out. Wrappers of paging and introspection count nothing. A filter costs its work
/// (<see cref="FilterWork"/>) for the list and for each count of it. Each fragment is priced once.
/// </summary>
internal sealed class OperationCost(ValidationContext context)
{
    /// <summary>Where sums stop. Far above every sensible limit; times the largest list, far below overflow.</summary>
    private const long Saturated = 1_000_000_000;

    private readonly Dictionary<ROM, Sum> _fragments = [];

    /// <summary>What some selections come to.</summary>
    /// <param name="Once">Objects, however long the page around them is.</param>
    /// <param name="EachItem">Objects for each item of the page around them.</param>
    /// <param name="Counts">How often they count the list around them.</param>
    private readonly record struct Sum(long Once, long EachItem, int Counts = 0)
    {
        public Sum And(Sum other) =>
            new(Math.Min(Saturated, Once + other.Once), Math.Min(Saturated, EachItem + other.EachItem), Counts + other.Counts);
    }

    public long Measure() => OfSet(context.Operation.SelectionSet, TypeOf(context.Operation.Operation)).Once;

    private Sum OfSet(GraphQLSelectionSet? set, IGraphType? type) =>
        set is null ? default : set.Selections.Aggregate(default(Sum), (sum, selection) => sum.And(OfSelection(selection, type)));

    private Sum OfSelection(ASTNode selection, IGraphType? type) =>
        !context.ShouldIncludeNode(selection)
            ? default
            : selection switch
            {
                GraphQLField field => OfField(field, type),
                GraphQLInlineFragment inline => OfSet(
                    inline.SelectionSet,
                    inline.TypeCondition is { } condition ? TypeOf(condition) : type
                ),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.Value),
                _ => default,
            };

    private Sum OfFragment(ROM name)
    {
        if (!_fragments.TryGetValue(name, out var sum))
        {
            var fragment = context.Document.FindFragmentDefinition(name)!;
            _fragments[name] = sum = OfSet(fragment.SelectionSet, TypeOf(fragment.TypeCondition));
        }
        return sum;
    }

    private Sum OfField(GraphQLField field, IGraphType? type)
    {
        // Introspection is in no type's fields; its limits are its own.
        if ((type as IComplexGraphType)?.Fields.Find(field.Name.Value) is not { } declared)
            return default;
        var price = Price.Of(declared);
        if (field.SelectionSet is null)
            return new Sum(0, 0, price.Counts);
        var below = OfSet(field.SelectionSet, declared.ResolvedType!.GetNamedType());
        var given = context.ArgumentValues?.GetValueOrDefault(field);
        var arguments = FieldArguments.Reader(given, [], names: null, AskedNames.Of(context.UserContext).Sorts);
        long items = price.Items(arguments);
        return price.Part switch
        {
            PagePart.Page => new Sum(
                Math.Min(
                    Saturated,
                    price.Weight
                        + below.Once
                        + (items * below.EachItem)
                        + ((1L + below.Counts) * FilterWork.Of(arguments))
                        + price.Work(arguments)
                ),
                0
            ),
            PagePart.Item => new Sum(0, price.Weight + below.Once),
            // Items of a page may stand deeper in it, as the relationships of a neighbourhood do.
            _ => new Sum(Math.Min(Saturated, items * (price.Weight + below.Once)), below.EachItem),
        };
    }

    private IGraphType? TypeOf(GraphQLTypeCondition condition) => context.Schema.AllTypes[condition.Type.Name.Value];

    private IObjectGraphType? TypeOf(OperationType operation) =>
        operation switch
        {
            OperationType.Mutation => context.Schema.Mutation,
            OperationType.Subscription => context.Schema.Subscription,
            _ => context.Schema.Query,
        };
}
