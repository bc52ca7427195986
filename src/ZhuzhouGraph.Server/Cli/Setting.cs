namespace ZhuzhouGraph.Server.Cli;

/// <summary>A setting that somebody gave.</summary>
/// <param name="Key">Its name in <c>appsettings.json</c>, such as <c>Neo4j:Uri</c>.</param>
/// <param name="Origin">Where the value stands: an option, an environment variable or <c>appsettings.json</c>.</param>
/// <param name="Distance">0 on the command line, 1 in the environment, 2 in the file: the nearer one counts.</param>
internal sealed record Setting(string Key, string Value, string Origin, int Distance)
{
    // Nothing that is printed by accident may be a password.
    public override string ToString() => $"{Key}, from {Origin}";
}
