using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>A root field whose answer is composed from several questions to the store about things that its arguments name.</summary>
/// <param name="Read">Makes the question from the arguments; ids or names stand in it as they were given.</param>
/// <param name="Named">Those of the question.</param>
/// <param name="Bind">The question with present ids in their place; it notes what is wrong with them.</param>
/// <param name="Answer">Asks it.</param>
internal sealed record ComposedField<TQuestion>(
    Func<ArgumentReader, TQuestion> Read,
    Func<TQuestion, IEnumerable<string>> Named,
    Func<TQuestion, NamedNodes, TQuestion> Bind,
    Func<IGraphSnapshot, TQuestion, CancellationToken, Task<object?>> Answer
)
{
    public FieldType Root(string name, string type, string chinese, string english, params IEnumerable<QueryArgument> arguments) =>
        Connections.Checked(
            Resolved(
                name,
                type,
                chinese,
                english,
                context =>
                {
                    var question = Read(ArgumentReader.Of(context.Arguments, []));
                    var snapshot = RequestScope.Of(context).Snapshot;
                    var (errors, field, path, document) = (
                        context.Errors,
                        context.FieldAst,
                        context.ResponsePath.ToList(),
                        context.Document
                    );
                    return new(
                        new Level(async cancellation =>
                        {
                            var nodes = await NamedNodes.FindAsync(
                                snapshot,
                                [.. Named(question).Distinct(StringComparer.Ordinal)],
                                cancellation
                            );
                            var bound = Bind(question, nodes);
                            nodes.ThrowIfAny(errors, field, path, document);
                            return await Answer(snapshot, bound, cancellation);
                        })
                    );
                },
                arguments
            ),
            arguments => Read(arguments)
        );
}
