namespace ZhuzhouGraph.Bolt;

/// <param name="Days">Since 1 January 1970.</param>
public readonly record struct BoltDate(long Days);

/// <param name="Nanoseconds">Since midnight.</param>
public readonly record struct BoltLocalTime(long Nanoseconds);

/// <param name="Nanoseconds">Since midnight, on the clock of that offset.</param>
/// <param name="OffsetSeconds">East of UTC.</param>
public readonly record struct BoltTime(long Nanoseconds, long OffsetSeconds);

/// <param name="Seconds">Since 1 January 1970, on a clock of which nobody knows where it stands.</param>
/// <param name="Nanoseconds">From 0, below a second.</param>
public readonly record struct BoltLocalDateTime(long Seconds, long Nanoseconds);

/// <param name="Seconds">Since 1 January 1970 in UTC.</param>
/// <param name="Nanoseconds">From 0, below a second.</param>
/// <param name="OffsetSeconds">East of UTC.</param>
public readonly record struct BoltOffsetDateTime(long Seconds, long Nanoseconds, long OffsetSeconds);

/// <param name="Seconds">Since 1 January 1970 in UTC.</param>
/// <param name="Nanoseconds">From 0, below a second.</param>
/// <param name="Zone">Its name in the time zone database, such as <c>Asia/Shanghai</c>.</param>
public readonly record struct BoltZonedDateTime(long Seconds, long Nanoseconds, string Zone);

/// <summary>A length of time. Its parts are never converted into each other: a month has no number of days.</summary>
public readonly record struct BoltDuration(long Months, long Days, long Seconds, long Nanoseconds);
