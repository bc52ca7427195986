namespace ZhuzhouGraph;

/// <summary>Where a problem stands. Every part that does not apply is null.</summary>
/// <param name="File">The file, relative to the folder that was given.</param>
/// <param name="Line">The line in that file, from 1.</param>
/// <param name="Field">The field or argument, such as <c>facts[3].figures[0].of</c>.</param>
public sealed record Location(string? File = null, int? Line = null, string? Field = null)
{
    /// <summary>The form <c>file:line field</c>.</summary>
    public override string ToString()
    {
        var place = Line is { } line ? $"{File}:{line}" : File;
        return string.Join(' ', new[] { place, Field }.Where(part => !string.IsNullOrEmpty(part)));
    }
}

/// <summary>A node that a name may stand for.</summary>
/// <param name="Type">The name of its type: of an entity type, of a relationship's, <c>Observation</c> or <c>Article</c>.</param>
/// <param name="Name">The name that was met: one of its names, or an article's title.</param>
public sealed record Candidate(string Id, string Type, string Name)
{
    /// <summary>What it is called first of all: its primary Chinese name; its name where nobody has looked that up.</summary>
    public string Primary { get; init; } = Name;

    /// <summary>
    /// The form that messages have: <c>place:yunhai (Place 云海市)</c>, and where another name was met <c>(Place Yunhai, 云海市)</c>.
    /// </summary>
    public override string ToString() => $"{Id} ({Type} {(Primary == Name ? Name : $"{Name}, {Primary}")})";
}

/// <summary>Something wrong with data that was given. Data is never refused by exception: all its problems are listed.</summary>
/// <param name="Code">One of <see cref="ProblemCodes"/>.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Message">What was found, what is allowed, and the nearest valid value where there is one.</param>
public sealed record Problem(string Code, Location Location, string Message)
{
    /// <summary>Of an ambiguous name all that have it; of an unknown one, or an unknown id, the nearest.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>One line, in which nothing is unseen.</summary>
    public override string ToString() => UnseenCharacters.Shown($"{Location}: {Code}: {Message}".ReplaceLineEndings(" "));
}
