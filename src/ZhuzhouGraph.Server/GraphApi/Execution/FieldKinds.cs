using GraphQL;
using GraphQL.Resolvers;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>A field that its parent holds. A plan reads it without anything else.</summary>
internal sealed class HeldField(Func<object, object?> read) : IFieldResolver
{
    public Func<object, object?> Read => read;

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(read(context.Source!));
}

/// <summary>A field whose arguments are read once for all parents of a request; what is left is a function of the parent.</summary>
internal sealed class PreparedField(Func<IResolveFieldContext, Func<object, object?>> prepare) : IFieldResolver
{
    public Func<object, object?> Prepare(IResolveFieldContext context) => prepare(context);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(prepare(context)(context.Source!));
}
