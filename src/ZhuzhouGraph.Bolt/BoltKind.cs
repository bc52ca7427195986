namespace ZhuzhouGraph.Bolt;

/// <summary>What a value is, in Neo4j's words.</summary>
public enum BoltKind
{
    Null,
    Boolean,
    Integer,
    Float,
    String,
    Bytes,
    List,
    Map,
    Node,
    Relationship,

    /// <summary>A relationship of a path, which says nothing of its ends.</summary>
    UnboundRelationship,
    Path,
    Date,
    Time,
    LocalTime,

    /// <summary>A moment with the offset of its clock.</summary>
    OffsetDateTime,

    /// <summary>A moment with the name of its time zone.</summary>
    ZonedDateTime,
    LocalDateTime,
    Duration,

    /// <summary>In two or three dimensions. It has a name here and no reader: nobody asks for one.</summary>
    Point,
}
