namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// Where the imports into a graph stand: a number on a node of its own, even between two imports and odd while one is under way. An import
/// announces itself in one transaction, writes in a second, and says in a third that it is over. Neo4j shows a commit piece by piece, but
/// not before all of an earlier one: whoever saw a part of the second finds the number odd, or larger, when it looks afterwards. So a read
/// that brings the same even number with every statement has read one version, without a lock and without a statement more.
/// </summary>
/// <param name="Number">Goes up with every import, by two.</param>
/// <param name="Epoch">Tells graphs apart that were made one after the other in the same database.</param>
internal sealed record Sequence(long Number, string Epoch)
{
    /// <summary>
    /// How long one number may stay odd before its import counts as dead. One that was only slow writes nothing and is planned again.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The node with its lock, taken without a change.</summary>
    private const string Locked = "MATCH (q:Seq {id: 1})\nSET q.id = 1\nWITH q";

    /// <summary>True between two imports.</summary>
    public bool IsEven => Number % 2 == 0;

    /// <summary>Makes the node where there is none.</summary>
    public const string Make = "MERGE (q:Seq {id: 1}) ON CREATE SET q.n = 0, q.epoch = randomUUID()";

    /// <summary>Where the imports stand at this moment.</summary>
    public static Cypher Statement { get; } = Cypher.Of("READ sequence", "MATCH (q:Seq {id: 1}) RETURN q.n AS n, q.epoch AS epoch");

    /// <summary>
    /// The statement with one row: its own rows, and the sequence read after all of them. Nodes among its columns become their properties,
    /// which a server would otherwise read when it sends them.
    /// </summary>
    public static Cypher After(Cypher statement) =>
        statement with
        {
            Text =
                $"CALL () {{\n{statement.Text}\n}}\nWITH collect([{string.Join(", ", statement.Columns)}]) AS rows\n"
                + "MATCH (q:Seq {id: 1})\nRETURN rows, q.n AS n, q.epoch AS epoch",
        };

    /// <summary>Reads it from two columns, the number first.</summary>
    public static Sequence Read(CypherRow row, int column) => new(row.Number(column), row.Text(column + 1));

    /// <summary>Announces an import: takes the number from even to odd where nobody else has. One row where it did.</summary>
    public Cypher Announce() =>
        Cypher.Of("ANNOUNCE import", $"{Locked} WHERE q.n = $p.n AND q.epoch = $p.epoch SET q.n = $p.n + 1 RETURN q.n AS n", Values);

    /// <summary>
    /// Says that the import which made the number odd is over, done or dead: waits for a commit that is under way, and goes on to the next
    /// even number. Does nothing where that was said. May be run twice.
    /// </summary>
    public Cypher End() =>
        Cypher.Of(
            "END import",
            $"{StoreState.Locked}\n{Locked} WHERE q.n = $p.n AND q.epoch = $p.epoch SET q.n = $p.n + 1 RETURN q.n AS n",
            Values
        );

    /// <summary>The number after that.</summary>
    public Sequence Next => this with { Number = Number + 1 };

    private (string, object?)[] Values => [("n", Number), ("epoch", Epoch)];
}
