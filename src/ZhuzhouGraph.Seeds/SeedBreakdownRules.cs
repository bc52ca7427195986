namespace ZhuzhouGraph.Seeds;

/// <summary>What the members of a breakdown must be: things by which figures are broken down, one of each dimension.</summary>
internal static class SeedBreakdownRules
{
    /// <summary>What a rank can be by, as seeds write it.</summary>
    public static string[] Rankable { get; } = [.. RankUniverse.Rankable.Select(measure => Spelling.Name(measure))];

    /// <param name="members">Those whose names are known, each as it is written.</param>
    /// <param name="about">What the figure is about, likewise.</param>
    public static void Check(
        IReadOnlyList<(SeedText Written, Entity Member)> members,
        IReadOnlyCollection<Entity> about,
        List<Problem> problems
    )
    {
        if (members.Count > Breakdown.MaxMembers)
            problems.Add(
                new(
                    ProblemCodes.InvalidValue,
                    members[Breakdown.MaxMembers].Written.Location,
                    $"Found {members.Count} members; allowed are at most {Breakdown.MaxMembers}, each of another dimension."
                )
            );
        foreach (var (written, member) in members)
        {
            if (!Breakdown.MemberTypes.Contains(member.Type.Name))
                problems.Add(
                    new(
                        ProblemCodes.EndNotAllowed,
                        written.Location,
                        $"Found the {member.Type.Name} {member.Name}; 'breakdown' takes {string.Join(", ", Breakdown.MemberTypes)}."
                    )
                );
            else if (about.Any(entity => entity.Id == member.Id))
                problems.Add(
                    new(
                        ProblemCodes.InvalidValue,
                        written.Location,
                        $"Found '{written.Value}', which the figure is about; allowed is a part of that, or no 'breakdown'."
                    )
                );
        }
        foreach (var same in members.GroupBy(x => Breakdown.DimensionOf(x.Member)).Where(group => group.Skip(1).Any()))
            problems.Add(
                new(
                    ProblemCodes.InvalidValue,
                    same.ElementAt(1).Written.Location,
                    $"Found {string.Join(" and ", same.Select(x => $"'{x.Written.Value}'"))}, all of {same.Key}; a figure is of one member "
                        + "of a dimension, and a figure for several things is one for each."
                )
            );
    }
}
