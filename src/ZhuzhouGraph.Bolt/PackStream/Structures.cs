namespace ZhuzhouGraph.Bolt.PackStream;

/// <summary>
/// The structures that a value may be, by tag: which kind each is and of which fields it is made. A field is <c>i</c> an integer,
/// <c>f</c> a float, <c>s</c> a text, <c>m</c> a map, or a list of texts <c>S</c>, integers <c>I</c>, nodes <c>N</c>, unbound
/// relationships <c>R</c>.
/// </summary>
internal static class Structures
{
    public const byte Date = (byte)'D',
        Time = (byte)'T',
        LocalTime = (byte)'t',
        OffsetDateTime = (byte)'I',
        ZonedDateTime = (byte)'i',
        LocalDateTime = (byte)'d',
        Duration = (byte)'E',
        Node = (byte)'N',
        Relationship = (byte)'R',
        UnboundRelationship = (byte)'r',
        Path = (byte)'P',
        Point2D = (byte)'X',
        Point3D = (byte)'Y';

    /// <summary>Null where no structure has that tag.</summary>
    public static (BoltKind Kind, string Fields)? Of(byte tag) =>
        tag switch
        {
            Node => (BoltKind.Node, "iSms"),
            Relationship => (BoltKind.Relationship, "iiismsss"),
            UnboundRelationship => (BoltKind.UnboundRelationship, "isms"),
            Path => (BoltKind.Path, "NRI"),
            Date => (BoltKind.Date, "i"),
            Time => (BoltKind.Time, "ii"),
            LocalTime => (BoltKind.LocalTime, "i"),
            OffsetDateTime => (BoltKind.OffsetDateTime, "iii"),
            ZonedDateTime => (BoltKind.ZonedDateTime, "iis"),
            LocalDateTime => (BoltKind.LocalDateTime, "ii"),
            Duration => (BoltKind.Duration, "iiii"),
            Point2D => (BoltKind.Point, "iff"),
            Point3D => (BoltKind.Point, "ifff"),
            _ => null,
        };
}
