using System.Runtime.CompilerServices;

namespace ZhuzhouGraph;

/// <summary>
/// The kinds of records. A read says of which it wants only what names and types them: a store reads no more of these, and the members
/// that it leaves out say so where they are declared.
/// </summary>
[Flags]
public enum RecordKinds
{
    None = 0,
    Entities = 1,
    Relationships = 2,
    Observations = 4,
    Articles = 8,
    Citations = 16,
    All = Entities | Relationships | Observations | Articles | Citations,
}

/// <summary>What was not read is no null: it throws.</summary>
internal static class Brief
{
    /// <exception cref="InvalidOperationException">The record is brief and does not hold the member.</exception>
    public static T Whole<T>(bool isBrief, T value, [CallerMemberName] string member = "") =>
        isBrief ? throw new InvalidOperationException($"{member} was not read: the record was asked for in brief.") : value;
}
