namespace ZhuzhouGraph.Server.Pages.Connections;

/// <summary>A line of a column: something, or the heading of what follows.</summary>
/// <param name="Column">0 for what the network is of, 1 for what is around it, 2 for what was opened.</param>
/// <param name="Row">From the top of the picture.</param>
/// <param name="Type">Of a heading the type of relationships under it.</param>
/// <param name="Count">Of a heading how many there are, of the last line of a group how many are left out.</param>
public sealed record NetworkRow(int Column, int Row, Named? Node, string? Type = null, int Count = 0)
{
    public bool IsMore => Node is null && Type is null;
}

public sealed record NetworkEdge(NetworkRow From, NetworkRow To);

/// <summary>
/// A network in columns: the same input is always the same picture, no label meets another, and the order of reading is the order of
/// tabs. Each thing stands once, where it is met first.
/// </summary>
public sealed record NetworkLayout(IReadOnlyList<NetworkRow> Rows, IReadOnlyList<NetworkEdge> Edges, bool IsCut)
{
    public const int MostRows = 60,
        MostEdges = 120,
        PerNode = 12;

    public int Height => Rows.Max(row => row.Row) + 1;

    public static NetworkLayout Of(NetworkModel model)
    {
        var center = model.Data.Center;
        var drawing = new Drawing(center);
        if (!model.NeedsType)
        {
            foreach (var group in model.Data.Shown!.Around.Groups)
            {
                drawing.Head(1, group.Type, group.Count);
                foreach (var relation in group.Relationships!)
                    drawing.Join(center.Id, relation, 1);
                if (group.More > 0)
                    drawing.More(1, group.More);
            }
            foreach (var opened in model.Data.Opened?.OfType<OpenedTold>() ?? [])
            {
                if (opened.Id == center.Id || !drawing.Knows(opened.Id) || opened.Relationships is not { } relations)
                    continue;
                foreach (var relation in relations.Nodes.Where(relation => relation.OtherThan(opened.Id).Id != center.Id))
                    drawing.Join(opened.Id, relation, 2);
                if (relations.More is > 0 and var more)
                    drawing.More(2, more);
            }
        }
        return drawing.Finish();
    }

    /// <summary>The columns while they grow.</summary>
    private sealed class Drawing
    {
        private readonly Dictionary<string, NetworkRow> _known = new(StringComparer.Ordinal);
        private readonly List<NetworkRow> _rows = [];
        private readonly List<NetworkEdge> _edges = [];
        private readonly int[] _next = [0, 0, 0];
        private bool _isCut;

        public Drawing(Named center) => _known[center.Id] = Add(new NetworkRow(0, 0, center))!;

        public bool Knows(string id) => _known.ContainsKey(id);

        public void Head(int column, string type, int count) => Add(new NetworkRow(column, 0, null, type, count));

        public void More(int column, int count) => Add(new NetworkRow(column, 0, null, Count: count));

        /// <summary>Draws a statement: its other end, if that is new, in the column.</summary>
        public void Join(string from, Relation relation, int column)
        {
            var other = relation.OtherThan(from);
            if (!_known.TryGetValue(other.Id, out var row))
            {
                if (Add(new NetworkRow(column, 0, other)) is not { } added)
                    return;
                _known[other.Id] = row = added;
            }
            var edge = new NetworkEdge(_known[from], row);
            if (_edges.Contains(edge))
                return;
            if (_edges.Count < MostEdges)
                _edges.Add(edge);
            else
                _isCut = true;
        }

        public NetworkLayout Finish() => new(_rows, _edges, _isCut);

        private NetworkRow? Add(NetworkRow row)
        {
            if (_rows.Count >= MostRows)
            {
                _isCut = true;
                return null;
            }
            var placed = row with { Row = _next[row.Column]++ };
            _rows.Add(placed);
            return placed;
        }
    }
}
