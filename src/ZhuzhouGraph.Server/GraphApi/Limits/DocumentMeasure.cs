using GraphQL;
using GraphQLParser;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>What a document's selections come to when fragments are written out. Each fragment is measured once.</summary>
internal sealed class DocumentMeasure(GraphQLDocument document, RequestLimits limits)
{
    /// <summary>Where sums stop. Far above every sensible limit, far below overflow.</summary>
    private const int Saturated = 1_000_000;

    /// <summary>How long the lists of the schema are, about: what a look at all of them answers.</summary>
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["types"] = 300,
        ["fields"] = 12,
        ["inputFields"] = 12,
        ["args"] = 3,
        ["enumValues"] = 6,
        ["possibleTypes"] = 2,
        ["directives"] = 4,
    };

    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = document
        .Definitions.OfType<GraphQLFragmentDefinition>()
        .DistinctBy(f => f.FragmentName.Name.Value)
        .ToDictionary(f => f.FragmentName.Name.Value);

    private readonly Dictionary<ROM, Size> _sizes = [];
    private readonly HashSet<ROM> _measuring = [];
    private ROM? _cycle;
    private int _directives;
    private int _inputs;

    /// <param name="Selections">Fields and spreads, fragments written out.</param>
    /// <param name="Depth">Levels of fields outside introspection.</param>
    /// <param name="Plain">Levels of fields, were the whole inside introspection.</param>
    /// <param name="Lists">The most lists of types inside one another, were the whole inside introspection.</param>
    /// <param name="Inside">The levels below the deepest <c>__schema</c> or <c>__type</c>.</param>
    /// <param name="InsideLists">The lists inside one another below one of those.</param>
    /// <param name="Answered">The fields that are answered, were the whole inside introspection.</param>
    /// <param name="InsideAnswered">The fields that are answered about the schema.</param>
    /// <param name="Chain">How many fragments spread one another.</param>
    private readonly record struct Size(
        int Selections,
        int Depth,
        int Plain,
        int Lists,
        int Inside,
        int InsideLists,
        int Answered,
        int InsideAnswered,
        int Chain
    )
    {
        /// <summary>Both beside each other.</summary>
        public Size And(Size other) =>
            new(
                Math.Min(Saturated, Selections + other.Selections),
                Math.Max(Depth, other.Depth),
                Math.Max(Plain, other.Plain),
                Math.Max(Lists, other.Lists),
                Math.Max(Inside, other.Inside),
                Math.Max(InsideLists, other.InsideLists),
                Math.Min(Saturated, Answered + other.Answered),
                Math.Min(Saturated, InsideAnswered + other.InsideAnswered),
                Math.Max(Chain, other.Chain)
            );
    }

    public IReadOnlyList<ExecutionError> Problems()
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        // Counted before any is measured: a long chain is not walked.
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().Count();
        if (fragments > limits.Fragments)
            return [DocumentCheck.Exceeded(nameof(limits.Fragments), limits.Fragments, fragments)];
        var size = operations.Aggregate(default(Size), (sum, o) => sum.And(Measure(o)));
        // What no operation uses is validated like the rest, so it counts like an operation.
        List<GraphQLFragmentDefinition> unused = [.. _fragments.Where(f => !_sizes.ContainsKey(f.Key)).Select(f => f.Value)];
        size = unused.Aggregate(size, (sum, fragment) => sum.And(MeasureFragment(fragment.FragmentName.Name.Value)));
        // A fragment that holds itself has no size, and no rule should have to walk it.
        if (_cycle is { } cycle)
            return
            [
                GraphErrors.Of(
                    GraphErrors.FragmentCycle,
                    $"The fragment '{ArgumentReader.Shorten((string)cycle)}' spreads itself, directly or through others."
                ),
            ];
        var errors = new List<ExecutionError>();
        Check(nameof(limits.Operations), limits.Operations, operations.Count);
        Check(nameof(limits.Directives), limits.Directives, _directives);
        Check(nameof(limits.Inputs), limits.Inputs, _inputs);
        Check(nameof(limits.FragmentChain), limits.FragmentChain, size.Chain);
        Check(nameof(limits.Selections), limits.Selections, size.Selections);
        Check(nameof(limits.Depth), limits.Depth, size.Depth);
        Check(nameof(limits.IntrospectionDepth), limits.IntrospectionDepth, size.Inside);
        Check(nameof(limits.IntrospectionLists), limits.IntrospectionLists, size.InsideLists);
        Check(nameof(limits.IntrospectionFields), limits.IntrospectionFields, size.InsideAnswered);
        // Only now is it known that writing the fragments out takes no more steps than the limit on selections.
        var sets = operations.Select(o => o.SelectionSet).Concat(unused.Select(f => f.SelectionSet));
        if (errors.Count == 0 && MostRepeated(sets) is var (repeated, count) && count > limits.Repeats)
            errors.Add(DocumentCheck.Exceeded(nameof(limits.Repeats), limits.Repeats, count, $"'{ArgumentReader.Shorten(repeated)}'"));
        return errors;

        void Check(string limit, int allowed, int found)
        {
            if (found > allowed)
                errors.Add(DocumentCheck.Exceeded(limit, allowed, found >= Saturated ? $"more than {Saturated - 1}" : found));
        }

        Size Measure(GraphQLOperationDefinition operation)
        {
            Count(operation.Directives);
            foreach (var variable in operation.Variables?.Items ?? [])
            {
                Count(variable.Directives);
                Count(variable.DefaultValue);
            }
            return MeasureSet(operation.SelectionSet);
        }
    }

    private Size MeasureSet(GraphQLSelectionSet? set) =>
        set is null ? default : set.Selections.Aggregate(default(Size), (sum, selection) => sum.And(MeasureSelection(selection)));

    private Size MeasureSelection(ASTNode selection)
    {
        switch (selection)
        {
            case GraphQLField field:
                Count(field.Directives);
                foreach (var argument in field.Arguments?.Items ?? [])
                    Count(argument.Value);
                var below = MeasureSet(field.SelectionSet);
                var name = field.Name.Value;
                var isList = name == "fields" || name == "inputFields" || name == "interfaces" || name == "possibleTypes";
                var isIntrospection = name == "__schema" || name == "__type";
                // Of types within types there are fewer with each level.
                var answered =
                    name == "ofType"
                        ? (1 + below.Answered) / 2
                        : (int)Math.Min(Saturated, (1L + below.Answered) * Lengths.GetValueOrDefault((string)name, 1));
                return below with
                {
                    Selections = Math.Min(Saturated, below.Selections + 1),
                    Depth = isIntrospection ? 1 : below.Depth + 1,
                    Plain = below.Plain + 1,
                    Lists = below.Lists + (isList ? 1 : 0),
                    Inside = isIntrospection ? below.Plain : below.Inside,
                    InsideLists = isIntrospection ? below.Lists : below.InsideLists,
                    Answered = answered,
                    InsideAnswered = isIntrospection ? answered : below.InsideAnswered,
                };
            case GraphQLInlineFragment fragment:
                Count(fragment.Directives);
                return OneMore(MeasureSet(fragment.SelectionSet));
            case GraphQLFragmentSpread spread:
                Count(spread.Directives);
                return OneMore(MeasureFragment(spread.FragmentName.Name.Value));
            default:
                return default;
        }

        static Size OneMore(Size size) => size with { Selections = Math.Min(Saturated, size.Selections + 1) };
    }

    private Size MeasureFragment(ROM name)
    {
        if (_sizes.TryGetValue(name, out var known) || !_fragments.TryGetValue(name, out var fragment))
            return known;
        if (!_measuring.Add(name))
        {
            _cycle ??= name;
            return default;
        }
        Count(fragment.Directives);
        var size = MeasureSet(fragment.SelectionSet);
        _measuring.Remove(name);
        return _sizes[name] = size with { Chain = size.Chain + 1 };
    }

    private void Count(GraphQLDirectives? directives) => _directives = Math.Max(_directives, directives?.Count ?? 0);

    /// <summary>Counts the inputs in a value, which nests no deeper than the syntax may.</summary>
    private void Count(GraphQLValue? value)
    {
        switch (value)
        {
            case GraphQLListValue list:
                foreach (var item in list.Values ?? [])
                    Count(item);
                break;
            case GraphQLObjectValue input:
                _inputs++;
                foreach (var field in input.Fields ?? [])
                    Count(field.Value);
                break;
        }
    }

    /// <summary>The field or response name that stands most often in one selection set, fragments written out.</summary>
    private (string Name, int Count) MostRepeated(IEnumerable<GraphQLSelectionSet> all)
    {
        var most = (Name: "", Count: 0);
        var sets = new Stack<GraphQLSelectionSet>(all);
        while (sets.TryPop(out var set))
        {
            var (fields, names) = (new Dictionary<ROM, int>(), new Dictionary<ROM, int>());
            Walk(set, fields, names);
        }
        return most;

        void Walk(GraphQLSelectionSet set, Dictionary<ROM, int> fields, Dictionary<ROM, int> names)
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case GraphQLField field:
                        Add(fields, field.Name.Value);
                        Add(names, field.Alias?.Name.Value ?? field.Name.Value);
                        if (field.SelectionSet is not null)
                            sets.Push(field.SelectionSet);
                        break;
                    case GraphQLInlineFragment inline:
                        Walk(inline.SelectionSet, fields, names);
                        break;
                    case GraphQLFragmentSpread spread when _fragments.TryGetValue(spread.FragmentName.Name.Value, out var fragment):
                        Walk(fragment.SelectionSet, fields, names);
                        break;
                }
            }
        }

        void Add(Dictionary<ROM, int> counts, ROM name)
        {
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            if (count > most.Count)
                most = ((string)name, count);
        }
    }
}
