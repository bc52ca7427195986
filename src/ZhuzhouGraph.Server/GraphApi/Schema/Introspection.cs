using GraphQL;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Execution;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>
/// Completes the library's introspection by what the specification of October 2021 and its successor ask and tools send: where a scalar is
/// specified, whether a directive is repeatable, which arguments and input fields are deprecated.
/// </summary>
internal static class Introspection
{
    private const string IncludeDeprecated = "includeDeprecated";

    /// <summary>Asks the library for what it has. Before the schema is initialized.</summary>
    public static void Prepare(GraphSchema schema)
    {
        schema.Features.RepeatableDirectives = true;
        schema.Features.DeprecationOfInputValues = true;
    }

    /// <summary>Adds what the library lacks. After the schema is initialized.</summary>
    public static void Complete(GraphSchema schema)
    {
        // Null for every scalar: no document elsewhere says exactly what ours do, and their descriptions do.
        ((IObjectGraphType)schema.AllTypes["__Type"]!).AddField(
            new FieldType
            {
                Name = "specifiedByURL",
                Description = "Where a scalar is specified, if anywhere but in its description.",
                ResolvedType = schema.AllTypes["String"],
                Resolver = new HeldField(_ => null),
            }
        );
        var arguments = ((IObjectGraphType)schema.AllTypes["__Directive"]!).Fields.Single(field => field.Name == "args");
        arguments.Arguments = [new QueryArgument(schema.AllTypes["Boolean"]!) { Name = IncludeDeprecated, DefaultValue = false }];
        arguments.Resolver = new PreparedField(context =>
        {
            var all = context.GetArgument<bool>(IncludeDeprecated);
            return directive => ((Directive)directive).Arguments?.Where(argument => all || argument.DeprecationReason is null) ?? [];
        });
    }
}
