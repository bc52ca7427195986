namespace ZhuzhouGraph;

/// <summary>
/// A store of an earlier version of the program becomes one of this version, when it is opened. Told twice: when it begins and when it is
/// done.
/// </summary>
/// <param name="From">The schema version that the store had.</param>
/// <param name="To">The schema version that it has afterwards.</param>
/// <param name="Records">How many records were written anew; null when it begins.</param>
/// <param name="Took">How long it took; null when it begins.</param>
public sealed record StoreMigration(int From, int To, long? Records = null, TimeSpan? Took = null);
