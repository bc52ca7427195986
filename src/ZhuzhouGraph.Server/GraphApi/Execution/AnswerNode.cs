namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>An object or a list of an answer. Its values are such nodes, leaves as JSON has them, or null.</summary>
/// <param name="fields">The fields of an object; null for a list.</param>
/// <param name="item">What the items of a list are; null for an object.</param>
internal sealed class AnswerNode(AnswerNode? parent, int place, FieldPlan[]? fields, ValuePlan? item, int count)
{
    public FieldPlan[]? Fields => fields;

    public object?[] Values { get; } = new object?[count];

    /// <summary>Where a value of this node stands in the answer.</summary>
    public IReadOnlyList<object> PathTo(int index)
    {
        var path = new List<object>();
        for (var node = this; ; node = node.Parent)
        {
            path.Add(node.Fields is { } named ? named[index].Name : index);
            if (node.Parent is null)
                break;
            index = node.Place;
        }
        path.Reverse();
        return path;
    }

    /// <summary>Takes out what holds a null where none may be, from the leaves up. False where that is this node itself.</summary>
    public bool Prune()
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] is AnswerNode below && !below.Prune())
                Values[i] = null;
            if (Values[i] is null && (fields?[i].Value ?? item!).IsRequired)
                return false;
        }
        return true;
    }

    private AnswerNode? Parent => parent;

    private int Place => place;
}
