using System.CommandLine;
using System.CommandLine.Parsing;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>Which words of a command line are wrong, each told in a line that says where the right ones stand.</summary>
internal static class CommandWords
{
    public static IReadOnlyList<string> ProblemsOf(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
        string[] unknown = [.. UnknownOptions(parsed)];
        // What such a word was taken for makes errors of its own, which would mislead.
        var problems =
            unknown.Length > 0 ? unknown : parsed.Errors.Select(error => Describe(error, parsed)).Concat(Misplaced(parsed.CommandResult));
        return [.. problems.Distinct(StringComparer.Ordinal).Select(problem => $"{problem} '{command}--help' lists what is allowed.")];
    }

    /// <summary>
    /// What looks like an option and is none of the command. The library takes it for a path or for the value of the option before it.
    /// </summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        parsed
            .Tokens.TakeWhile(token => token.Type is not TokenType.DoubleDash)
            .Where(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] })
            .Except(Neo4jSettings.PasswordIn(parsed))
            // What stands after = may be a password.
            .Select(token => $"Unrecognized option '{token.Value.Split('=')[0]}'; a path that begins with a dash stands after '--'.");

    /// <summary>Options before the command's name that belong to 'serve', the default, and would have no effect.</summary>
    private static IEnumerable<string> Misplaced(CommandResult command) =>
        from given in (command.Parent as CommandResult)?.Children.OfType<OptionResult>() ?? []
        where !given.Implicit && !given.Option.Recursive && !command.Command.Options.Contains(given.Option)
        let isNamesake = command.Command.Options.Any(option => option.Name == given.Option.Name)
        select $"'{given.Option.Name}' stands before '{command.Command.Name}', "
            + $"{(isNamesake ? "where it means another thing" : "which does not take it")}.";

    private static string Describe(ParseError error, ParseResult parsed) =>
        error.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0, Argument: var argument } => $"{argument.Name} is missing: {argument.Description}",
            OptionResult { Tokens.Count: 0, Option: { HelpName: { } value } option } =>
                $"{value} is missing after {option.Name}: {option.Description}",
            _ => BehindFlag(error, parsed) ?? error.Message.ReplaceLineEndings(" "),
        };

    /// <summary>A word behind an option without a value, or behind its <c>=</c>; null where the error is about another.</summary>
    private static string? BehindFlag(ParseError error, ParseResult parsed) =>
        parsed
            .Tokens.Zip(parsed.Tokens.Skip(1))
            .Where(pair => pair is { First.Type: TokenType.Option, Second.Type: TokenType.Argument })
            .Where(pair =>
                parsed.UnmatchedTokens.Contains(pair.Second.Value)
                && error.Message.Contains($"'{pair.Second.Value}'", StringComparison.Ordinal)
            )
            .Select(pair => $"{pair.First.Value} has '{pair.Second.Value}'; it takes nothing behind it, or true or false.")
            .FirstOrDefault();
}
