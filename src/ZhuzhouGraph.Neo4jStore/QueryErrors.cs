using System.Globalization;
using System.Net;
using ZhuzhouGraph.Bolt;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// What Neo4j or the way to it reports, as errors that say what to do. Codes decide; Neo4j sends one status for many of them.
/// </summary>
internal static class QueryErrors
{
    /// <summary>What telemetry calls a statement that took too long.</summary>
    public const string TimeoutType = "timeout";

    public static GraphStoreException Translate(Answer answer, Neo4jOptions options) =>
        answer switch
        {
            { Code: "Neo.ClientError.Request.Invalid", Status: HttpStatusCode.NotFound } => NoQueryApi(answer, options),
            { Code: { } code } => Named(code, answer, options),
            { Broken: BoltConnectionException broken } => Unreachable(broken, options),
            { Broken: { } broken } => Unreachable(broken, answer.WasSent, options),
            { Status: >= HttpStatusCode.InternalServerError } => new(
                $"Neo4j at {Address(options)} failed with the HTTP status {Status(answer)}. Try again; look into its log if this goes on.",
                isTransient: true
            ),
            _ => NoQueryApi(answer, options),
        };

    public static OutcomeUnknownException Unknown(Answer answer, Neo4jOptions options) =>
        new($"Nobody can say whether the statement took place: {Translate(answer, options).Message}", answer.Broken);

    public static GraphStoreException TimedOut(Neo4jOptions options) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Neo4j at {Address(options)} did not answer within {options.StatementTimeout.TotalSeconds} s, and the statement was "
                    + $"ended. Try again when it has less to do, ask for less, or raise StatementTimeout."
            ),
            isTransient: true
        );

    public static GraphStoreException Unreadable(string what, Exception? e = null) =>
        new(
            $"Neo4j answered {what}. The graph was written by another version of this program or by hand: the command verify "
                + "says what else is wrong. Upgrade the program, or import again.",
            isTransient: false,
            e
        )
        {
            IsDamage = true,
        };

    /// <summary>What telemetry calls it: the server's code, or the kind of the broken connection.</summary>
    public static string TypeOf(Answer answer) =>
        answer switch
        {
            { Code: { } code } => code,
            { Broken: OperationCanceledException } => TimeoutType,
            { Broken: BoltConnectionException broken } => broken.Fault.ToString(),
            { Broken: HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error } } => error.ToString(),
            { Broken: { } broken } => broken.GetType().FullName!,
            _ => Status(answer),
        };

    private static GraphStoreException Named(string code, Answer answer, Neo4jOptions options) =>
        code switch
        {
            "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.TokenExpired" => new(
                $"Neo4j at {Address(options)} does not know the user {options.User} with this password. Check User and Password.",
                isTransient: false
            ),
            "Neo.ClientError.Security.AuthenticationRateLimit" => new(
                $"Neo4j at {Address(options)} refuses {options.User} for a while after too many wrong passwords. Check Password, wait a "
                    + $"few seconds and try again.",
                isTransient: true
            ),
            "Neo.ClientError.Security.CredentialsExpired" => new(
                $"The password of {options.User} must be changed before Neo4j at {Address(options)} takes it. Change it there, then set "
                    + $"Password.",
                isTransient: false
            ),
            "Neo.ClientError.Security.Forbidden" => new(
                $"The user {options.User} may not do this in the database {options.Database}. Give it the right, or name another in "
                    + $"User. {answer.Message}",
                isTransient: false
            ),
            "Neo.ClientError.Database.DatabaseNotFound" => new(
                $"Neo4j at {Address(options)} has no database {options.Database}. Check Database; the Community edition has neo4j only.",
                isTransient: false
            ),
            "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" => new(
                $"The database {options.Database} at {Address(options)} is read-only. Make it writable there, or import elsewhere.",
                isTransient: false,
                new ReadOnlyDatabaseException(code)
            ),
            "Neo.ClientError.Cluster.NotALeader" => new(
                $"The server at {Address(options)} is not the one of its cluster that writes. Name the leader in Uri, or try again.",
                isTransient: true
            ),
            "Neo.ClientError.Transaction.Terminated" or "Neo.ClientError.Transaction.LockClientStopped" => new(
                $"The statement was ended on Neo4j at {Address(options)} by somebody else. Try again.",
                isTransient: true
            ),
            "Neo.ClientError.Transaction.TransactionTimedOut" or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" =>
                new(
                    $"The statement took longer than Neo4j at {Address(options)} allows (db.transaction.timeout). Try again when it has "
                        + $"less to do, or allow more there.",
                    isTransient: true
                ),
            _ when answer.IsTransient => new(
                $"Neo4j at {Address(options)} could not do it now. Try again. {code}: {answer.Message}",
                isTransient: true
            ),
            _ => new($"Neo4j at {Address(options)} failed: {code}: {answer.Message}", isTransient: false),
        };

    private static GraphStoreException NoQueryApi(Answer answer, Neo4jOptions options) =>
        new(
            $"What answers at {Address(options)} (HTTP status {Status(answer)}) is not Neo4j's Query API. Check Uri, and that the "
                + $"server is Neo4j 5.19 or newer with QUERY_API_ENDPOINTS among its server.http_enabled_modules.",
            isTransient: false
        );

    private static GraphStoreException Unreachable(Exception broken, bool wasSent, Neo4jOptions options) =>
        broken switch
        {
            OperationCanceledException when wasSent => TimedOut(options),
            _ when wasSent => new(
                $"The connection to Neo4j at {Address(options)} broke before the answer was complete. Check that it runs and try again. "
                    + $"{Innermost(broken)}",
                isTransient: true,
                broken
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(
                $"The host of Neo4j, {options.Uri.Host}, is not known. Check Uri and the network's names. {Innermost(broken)}",
                isTransient: true,
                broken
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(
                $"No secure connection to Neo4j at {Address(options)}: {Innermost(broken)} Check that it speaks https there, and "
                    + $"CertificateAuthority.",
                isTransient: false,
                broken
            ),
            _ => new(
                $"Neo4j at {Address(options)} cannot be reached. Check that it runs, and Uri. {Innermost(broken)}",
                isTransient: true,
                broken
            ),
        };

    private static GraphStoreException Unreachable(BoltConnectionException broken, Neo4jOptions options) =>
        broken.Fault switch
        {
            _ when broken.WasSent => new(
                $"The connection to Neo4j at {Address(options)} broke before the answer was complete. Check that it runs and try again. "
                    + $"{broken.Message}",
                isTransient: true,
                broken
            ),
            BoltFault.UnknownHost => new(
                $"The host of Neo4j, {options.Uri.Host}, is not known. Check Uri and the network's names. {broken.Message}",
                isTransient: true,
                broken
            ),
            BoltFault.Insecure => new(
                $"No secure connection to Neo4j at {Address(options)}: {broken.Message} Check that it speaks TLS there, and "
                    + $"CertificateAuthority.",
                isTransient: false,
                broken
            ),
            BoltFault.NotBolt or BoltFault.Protocol => new(
                $"What answers at {Address(options)} is no Neo4j that speaks Bolt as it is spoken here. {broken.Message} Check Uri, "
                    + $"and that the server is Neo4j 5.26 or newer.",
                isTransient: false,
                broken
            ),
            _ => new(
                $"Neo4j at {Address(options)} cannot be reached. Check that it runs, and Uri. {broken.Message}",
                isTransient: true,
                broken
            ),
        };

    private static string Innermost(Exception e) => e.GetBaseException().Message;

    private static string Address(Neo4jOptions options) => options.Uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private static string Status(Answer answer) => ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
}
