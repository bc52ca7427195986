using System.Text;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// Reads a document and refuses one that would cost too much, before anything walks it that may take longer than its length: each
/// fragment is measured once, and sums stop growing where they are too large anyway.
/// </summary>
internal static class DocumentCheck
{
    /// <summary>The document and what it needs in memory, or why it is refused.</summary>
    public static (GraphQLDocument? Document, long Bytes, IReadOnlyList<ExecutionError> Errors) Read(string query, RequestLimits limits)
    {
        var bytes = Encoding.UTF8.GetByteCount(query);
        if (bytes > limits.QueryBytes)
            return (null, 0, [Exceeded(nameof(limits.QueryBytes), limits.QueryBytes, bytes)]);
        try
        {
            if (TokenProblem(query, limits) is { } problem)
                return (null, 0, [problem]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var document = Parser.Parse(query, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = limits.SyntaxDepth });
            // A document never holds more than was allocated to make it, and the text that it points into.
            var held = GC.GetAllocatedBytesForCurrentThread() - before + ((long)sizeof(char) * query.Length);
            var errors = new DocumentMeasure(document, limits).Problems();
            return errors.Count == 0 ? (document, held, errors) : (null, 0, errors);
        }
        catch (GraphQLSyntaxErrorException e)
        {
            return (null, 0, [new SyntaxError(e)]);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return (null, 0, [Exceeded(nameof(limits.SyntaxDepth), limits.SyntaxDepth)]);
        }
    }

    /// <summary>The error of a limit: its code follows from its name.</summary>
    /// <param name="property">The property of <see cref="RequestLimits"/>.</param>
    public static ExecutionError Exceeded(string property, object allowed, object? found = null, string? where = null)
    {
        var name = RequestLimits.NameOf(property);
        var counted = found is null ? "" : $"; this request has {found}";
        return GraphErrors.Of(
            $"{Vocabulary.UpperSnake(property)}{GraphErrors.Exceeded}",
            $"The limit '{name}' allows {allowed}{counted}{(where is null ? "" : $", at {where}")}.",
            ("limit", name),
            ("allowed", allowed),
            ("found", found)
        );
    }

    /// <summary>What a look at the tokens refuses: it ends at the first of them that is too long, or one too many.</summary>
    private static ExecutionError? TokenProblem(ROM query, RequestLimits limits)
    {
        var at = 0;
        for (var count = 0; count <= limits.QueryTokens; count++)
        {
            var token = Lexer.Lex(query, at);
            switch (token.Kind)
            {
                case TokenKind.EOF:
                    return null;
                case TokenKind.INT or TokenKind.FLOAT when token.End - token.Start > limits.NumberLength:
                    return Exceeded(nameof(limits.NumberLength), limits.NumberLength, token.End - token.Start);
            }
            at = token.End;
        }
        return Exceeded(nameof(limits.QueryTokens), limits.QueryTokens);
    }
}
