using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Bolt;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>Where a Neo4j server is, and how it is spoken to. <see cref="Problems"/> names every setting that cannot be used.</summary>
public sealed partial record Neo4jOptions
{
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    /// <summary>
    /// The server's address, such as <c>neo4j+s://graph.example.org</c> or <c>bolt://127.0.0.1:7687</c>: scheme, host and port only. With
    /// <c>http</c> or <c>https</c> it is spoken to over its Query API.
    /// </summary>
    public required Uri Uri { get; init; }

    /// <value>The default is <c>neo4j</c>.</value>
    public string User { get; init; } = "neo4j";

    public required string Password { get; init; }

    /// <summary>
    /// A file with the password, which is read for each new connection over Bolt, so that it may change while the program runs. As long as
    /// it cannot be read, and over HTTP, <see cref="Password"/> counts.
    /// </summary>
    public string? PasswordFile { get; init; }

    /// <value>The default is <c>neo4j</c>, the only database of the Community edition.</value>
    public string Database { get; init; } = "neo4j";

    /// <summary>Allows an address without TLS that is not this machine's, where anyone on the way reads the password.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>
    /// Only reads: nothing is made, migrated or imported, and no lock is taken, so a user without the right to write is enough. Meant for a
    /// graph that nobody imports into: a read that comes into the commit of an import may see a part of it.
    /// </summary>
    public bool IsReadOnly { get; init; }

    /// <summary>
    /// A PEM file of the authorities to trust in place of the machine's. The server's certificate is verified either way.
    /// </summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>
    /// Requests in flight. One of them is kept for ending statements over HTTP, since a server whose threads all wait for a lock answers
    /// nobody, and one for asking whether the server answers, since a busy server is not away.
    /// </summary>
    /// <value>The default is 6, of which four are statements.</value>
    public int MaxConcurrency { get; init; } = 6;

    /// <summary>How long a statement may take with its wait for a turn and its further attempts; then it is ended on the server.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromMinutes(2);

    internal bool IsHttp => Uri.Scheme == Uri.UriSchemeHttp || Uri.Scheme == Uri.UriSchemeHttps;

    internal int Port => Uri.Port < 0 ? BoltAddress.DefaultPort : Uri.Port;

    /// <summary>The password as it stands now. Editors and secret managers end files with a line break, which is no part of it.</summary>
    internal string CurrentPassword() =>
        PasswordFile is not null
        && WholeFile.Read(PasswordFile, MaxPasswordBytes, out _) is { } bytes
        && Utf8Text.Read(bytes, out _)?.TrimEnd('\r', '\n') is { Length: > 0 } text
            ? text
            : Password;

    /// <summary>Every setting that cannot be used: its name, what was found, what is allowed. Empty where all can.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [.. UriProblems()];
        // A colon ends the user's name in the header that carries both.
        if (User.Length == 0 || User.Contains(':', StringComparison.Ordinal))
            problems.Add($"User is '{User}'; a name without a colon is needed.");
        if (Password.Length == 0)
            problems.Add("Password is empty; the password of the user is needed.");
        if (!DatabaseName().IsMatch(Database))
            problems.Add($"Database is '{Database}'; 3 to 63 letters, digits, dots and dashes are allowed, the first a letter.");
        if (CertificateAuthority is not null && !HoldsCertificate(CertificateAuthority))
            problems.Add(
                $"CertificateAuthority is '{CertificateAuthority}', where no certificate can be read; a PEM file with the authority's is "
                    + $"needed."
            );
        if (MaxConcurrency < 3)
            problems.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"MaxConcurrency is {MaxConcurrency}; 3 or more are allowed: for statements, to end them, and to ask whether the "
                        + $"server answers."
                )
            );
        if (StatementTimeout <= TimeSpan.Zero || StatementTimeout > MaxTimeout)
            problems.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"StatementTimeout is {StatementTimeout:c}; more than nothing and up to {MaxTimeout:c} is allowed."
                )
            );
        return problems;
    }

    private IEnumerable<string> UriProblems()
    {
        // What stands in a user part may be a password, so the address is not repeated where it has one.
        if (!Uri.IsAbsoluteUri || !(IsHttp || BoltAddress.Parse(Uri) is not null))
        {
            yield return Uri.IsAbsoluteUri && Uri.UserInfo.Length > 0
                ? $"Uri has the scheme {Uri.Scheme} and holds a user; {Schemes} with a host is needed, the user in User and Password."
                : $"Uri is '{Uri}'; {Schemes} with a host is needed, such as bolt://127.0.0.1:7687.";
            yield break;
        }
        if (Uri.UserInfo.Length > 0)
            yield return "Uri holds a user or a password; they belong in User and Password.";
        if (Uri.PathAndQuery is not ("/" or "") || Uri.Fragment.Length > 0)
            yield return $"Uri has the path '{Uri.PathAndQuery}{Uri.Fragment}'; only scheme, host and port are allowed.";
        if (Uri.Scheme is "http" or "bolt" or "neo4j" && !Uri.IsLoopback && !AllowInsecure)
            yield return $"Uri is plain {Uri.Scheme} to {Uri.Host}, which shows the password to the network; "
                + $"{(IsHttp ? "https" : Uri.Scheme + "+s")} is needed, or AllowInsecure.";
    }

    private const int MaxCertificateBytes = 1024 * 1024;
    private const int MaxPasswordBytes = 64 * 1024;
    private static readonly string Schemes = string.Join(", ", BoltAddress.Schemes) + ", https or http";

    private static bool HoldsCertificate(string file)
    {
        if (WholeFile.Read(file, MaxCertificateBytes, out _) is not { } bytes)
            return false;
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(Encoding.UTF8.GetString(bytes));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
        return certificates.Count > 0;
    }

    // The compiler's own would print the password.
    private bool PrintMembers(StringBuilder builder)
    {
        var address = Uri.IsAbsoluteUri ? Uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : Uri.OriginalString;
        builder.Append(
            CultureInfo.InvariantCulture,
            $"Uri = {address}, User = {User}, Database = {Database}, AllowInsecure = {AllowInsecure}"
        );
        builder.Append(
            CultureInfo.InvariantCulture,
            $", CertificateAuthority = {CertificateAuthority}, MaxConcurrency = {MaxConcurrency}, StatementTimeout = {StatementTimeout}"
        );
        return true;
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9.-]{2,62}\z")]
    private static partial Regex DatabaseName();
}
