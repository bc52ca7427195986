using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>The settings of the section <c>Neo4j</c> and their options. A password is never taken from the command line.</summary>
internal static class Neo4jSettings
{
    private const int MaxPasswordBytes = 64 * 1024;

    private const string Section = "Neo4j";

    private static readonly Option<string?> User = new("--neo4j-user")
    {
        Description = "The user; neo4j by default. Its password stands in the environment or in a file.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Database = new("--neo4j-database")
    {
        Description = "The database; neo4j by default.",
        HelpName = "NAME",
    };

    private static readonly Option<bool> Insecure = new("--neo4j-allow-insecure")
    {
        Description = "Allows plain http to another machine, where anyone on the way reads the password.",
    };

    private static readonly Option<string?> Authority = new("--neo4j-ca")
    {
        Description = "A PEM file of the authority that signed the server's certificate.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> PasswordFile = new("--neo4j-password-file")
    {
        Description = $"A file that holds the password; without one, {Settings.VariableOf("Neo4j:Password")}.",
        HelpName = "FILE",
    };

    // Known only to be refused with a reason. It takes whatever follows, so that no message repeats it.
    private static readonly Option<string[]> Password = new("--neo4j-password")
    {
        Hidden = true,
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Where the server is.</summary>
    public static Option<string?> Address { get; } =
        new("--neo4j-uri")
        {
            Description =
                "The address of a Neo4j server (5.26 or newer), such as bolt://127.0.0.1:7687 or neo4j+s://graph.example.org; http for "
                + "its Query API.",
            HelpName = "URI",
        };

    public static IReadOnlyList<Option> Options { get; } = [Address, User, Database, Insecure, Authority, PasswordFile, Password];

    /// <summary>Every key of the section with its option.</summary>
    private static readonly (string Name, Option? Option)[] Keys =
    [
        (nameof(Neo4jOptions.Uri), Address),
        (nameof(Neo4jOptions.User), User),
        (nameof(Neo4jOptions.Database), Database),
        (nameof(Neo4jOptions.AllowInsecure), Insecure),
        (nameof(Neo4jOptions.CertificateAuthority), Authority),
        ("PasswordFile", PasswordFile),
        (nameof(Neo4jOptions.Password), null),
        (nameof(Neo4jOptions.MaxConcurrency), null),
        (nameof(Neo4jOptions.StatementTimeout), null),
    ];

    /// <summary>What stands on the command line as a password, which no message may repeat.</summary>
    public static IEnumerable<Token> PasswordIn(ParseResult parsed) => parsed.GetResult(Password)?.Tokens ?? [];

    public static void RefusePassword(Settings settings)
    {
        if (settings.IsGiven(Password))
        {
            settings.Refuse(
                $"{Password.Name} is not allowed: every user of the machine can read a command line, and the shell keeps it. "
                    + $"Put the password into {Settings.VariableOf("Neo4j:Password")}, or into a file and name that with "
                    + $"{PasswordFile.Name}."
            );
        }
    }

    /// <summary>The store; null where a setting is wrong, which is noted.</summary>
    public static StoreChoice? Read(Settings settings) =>
        OptionsOf(settings) is not { } options
            ? null
            : new(
                StoreOptions.Neo4j,
                $"{options.Uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}, database {options.Database}",
                async (isReadOnly, time, cancellationToken) =>
                    await Neo4jGraphStore.OpenAsync(options with { IsReadOnly = isReadOnly }, time, MigrationLines.Out, cancellationToken)
            );

    internal static Neo4jOptions? OptionsOf(Settings settings)
    {
        foreach (
            var unknown in settings
                .Section(Section)
                .Where(child => !Keys.Any(key => key.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)))
        )
            settings.Refuse($"{Section}:{unknown.Key} is no setting; allowed are {string.Join(", ", Keys.Select(key => key.Name))}.");
        var found = Keys.ToDictionary(key => key.Name, key => settings.Find($"{Section}:{key.Name}", key.Option), StringComparer.Ordinal);
        var (passwordFile, password) = PasswordOf(settings, found["PasswordFile"], found["Password"]);
        // What is missing is noted already; the rest is looked at with something in its place.
        var defaults = new Neo4jOptions
        {
            Uri = AddressOf(settings, found["Uri"]) ?? new Uri("http://127.0.0.1"),
            Password = password ?? "missing",
            PasswordFile = passwordFile,
        };
        var options = defaults with
        {
            User = found["User"]?.Value ?? defaults.User,
            Database = found["Database"]?.Value ?? defaults.Database,
            CertificateAuthority = found["CertificateAuthority"]?.Value,
            // An option without a value is a yes.
            AllowInsecure = Parse<bool>(settings, found["AllowInsecure"], "true or false", text => text.Length == 0 ? true
                : bool.TryParse(text, out var yes) ? yes
                : null) ?? false,
            MaxConcurrency = Parse<int>(settings, found["MaxConcurrency"], "a whole number", text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null
            ) ?? defaults.MaxConcurrency,
            StatementTimeout = Parse<TimeSpan>(settings, found["StatementTimeout"], "a time such as 00:02:00", text =>
                TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) ? time : null
            ) ?? defaults.StatementTimeout,
        };
        foreach (var problem in options.Problems())
        {
            // Each begins with the name of its setting.
            var name = problem.Split(' ')[0];
            settings.Refuse($"{(found[name] is { } setting ? $"{setting}," : $"{Section}:{name}")}{problem[name.Length..]}");
        }
        return settings.Problems.Count > 0 ? null : options;
    }

    private static Uri? AddressOf(Settings settings, Setting? address)
    {
        if (address is null)
            settings.Refuse(
                $"Neo4j:Uri is not set; an address such as bolt://127.0.0.1:7687 is needed, in {Address.Name} or "
                    + $"{Settings.VariableOf("Neo4j:Uri")}."
            );
        // Not repeated: what stands before the @ may be a password.
        else if (address.Value.Contains('@', StringComparison.Ordinal))
            settings.Refuse(
                $"{address}, holds a user or a password; only scheme, host and port are allowed, the others belong in Neo4j:User and "
                    + $"Neo4j:Password."
            );
        else if (Uri.TryCreate(address.Value, UriKind.RelativeOrAbsolute, out var uri))
            return uri;
        else
            settings.Refuse($"{address}, is '{address.Value}'; an address such as bolt://127.0.0.1:7687 is allowed.");
        return null;
    }

    /// <summary>The nearer of file, which is read again later, and setting; null, noted, where there is none.</summary>
    private static (string? File, string? Password) PasswordOf(Settings settings, Setting? file, Setting? password)
    {
        if (file is null && password is null)
        {
            settings.Refuse(
                $"Neo4j:Password is not set; the user's password is needed, in {Settings.VariableOf("Neo4j:Password")} or in a file that "
                    + $"{PasswordFile.Name} names."
            );
            return default;
        }
        if (file?.Distance == password?.Distance)
        {
            settings.Refuse($"{file}, and {password}, name two passwords; one of them is allowed.");
            return default;
        }
        if (file is null || password?.Distance < file.Distance)
            return (null, password!.Value);
        var bytes = WholeFile.Read(file.Value, MaxPasswordBytes, out var problem);
        // Editors and secret managers end files with a line break, which is no part of the password.
        if (bytes is not null && Utf8Text.Read(bytes, out problem) is { } text)
            return (Path.GetFullPath(file.Value), text.TrimEnd('\r', '\n'));
        settings.Refuse($"{file}, is '{file.Value}', which cannot be read ({problem}); a text file with the password is needed.");
        return default;
    }

    private static T? Parse<T>(Settings settings, Setting? setting, string allowed, Func<string, T?> parse)
        where T : struct
    {
        var value = setting is null ? null : parse(setting.Value);
        if (setting is not null && value is null)
            settings.Refuse($"{setting}, is '{setting.Value}'; {allowed} is allowed.");
        return value;
    }
}
