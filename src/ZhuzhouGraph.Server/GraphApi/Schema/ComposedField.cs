using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>A root field whose answer is composed from several questions to the store about things that its arguments name.</summary>
/// <param name="Read">Makes the question from the arguments and notes what is wrong with them.</param>
/// <param name="Answer">Asks it.</param>
internal sealed record ComposedField<TQuestion>(
    Func<ArgumentReader, TQuestion> Read,
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
                    var request = RequestScope.Of(context);
                    var question = Read(request.ArgumentsOf(context));
                    return new(new Level(cancellation => Answer(request.Snapshot, question, cancellation)));
                },
                arguments
            ),
            arguments => Read(arguments)
        );
}
