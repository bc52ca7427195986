using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>How a value of a type is completed: a list item by item, a leaf by its scalar, an object field by field.</summary>
internal sealed class ValuePlan
{
    public ValuePlan(IGraphType type)
    {
        Declared = type;
        IsRequired = type is NonNullGraphType;
        Type = type is NonNullGraphType { ResolvedType: { } inner } ? inner : type;
        Scalar = Type as ScalarGraphType;
        IsText = Type is StringGraphType or IdGraphType;
        Item = Type is ListGraphType { ResolvedType: { } item } ? new ValuePlan(item) : null;
    }

    public IGraphType Declared { get; }

    public bool IsRequired { get; }

    /// <summary>The type, without what says that it is required.</summary>
    public IGraphType Type { get; }

    /// <summary>Of a leaf.</summary>
    public ScalarGraphType? Scalar { get; }

    /// <summary>Whether a text of the graph stands in the answer as it is.</summary>
    public bool IsText { get; }

    /// <summary>Of a list.</summary>
    public ValuePlan? Item { get; }
}

/// <summary>One field of an answer: everything about it that no request changes.</summary>
/// <param name="Name">Its name in the answer.</param>
/// <param name="Ast">Where it first stands in the document; its arguments and its place in errors are those.</param>
/// <param name="Below">What is selected of it; null for a leaf.</param>
internal sealed record FieldPlan(string Name, GraphQLField Ast, IGraphType Parent, FieldType Definition, SelectionPlan? Below)
{
    private static readonly IFieldResolver ByName = NameFieldResolver.Instance;

    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>What it adds to an answer without a text in it: its name, the marks around it, and a number or a bracket.</summary>
    public int Bytes => Encoded.EncodedUtf8Bytes.Length + 12;

    public ValuePlan Value { get; } = new(Definition.ResolvedType!);

    public IFieldResolver Resolver { get; } = Definition.Resolver ?? ByName;

    /// <summary>How a field is read that its parent holds; null for others.</summary>
    public Func<object, object?>? Held { get; init; } = (Definition.Resolver as HeldField)?.Read;

    /// <summary>The arguments where the document gives none.</summary>
    public Dictionary<string, ArgumentValue>? Defaults { get; init; }
}
