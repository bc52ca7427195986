namespace ZhuzhouGraph.Bolt;

/// <summary>What a server's failure means for whoever asked.</summary>
public enum BoltFailure
{
    /// <summary>The statement is wrong, or does not fit the data.</summary>
    Statement,

    /// <summary>The same statement may succeed when it is run again.</summary>
    Transient,

    /// <summary>The user or the password is wrong, or has expired.</summary>
    Authentication,

    /// <summary>Too many wrong passwords: the server refuses the user for a while, whatever the password.</summary>
    AuthenticationRateLimit,

    /// <summary>The user may not do this.</summary>
    Forbidden,

    /// <summary>There is no database of that name.</summary>
    NoDatabase,

    /// <summary>The database is not served now: it is stopped, starting, or the server goes down.</summary>
    DatabaseUnavailable,

    /// <summary>The server is not the one of its cluster that writes.</summary>
    NotALeader,

    /// <summary>The database takes no writes.</summary>
    ReadOnly,

    /// <summary>Somebody ended the statement, or it ran out of its time.</summary>
    Terminated,

    /// <summary>The server failed.</summary>
    Server,
}

/// <summary>Codes decide, never texts.</summary>
internal static class BoltFailures
{
    public static BoltFailure Of(string code) =>
        code switch
        {
            "Neo.ClientError.Security.AuthenticationRateLimit" => BoltFailure.AuthenticationRateLimit,
            "Neo.ClientError.Security.Unauthorized"
            or "Neo.ClientError.Security.CredentialsExpired"
            or "Neo.ClientError.Security.TokenExpired"
            or "Neo.ClientError.Security.MissingAuthToken" => BoltFailure.Authentication,
            "Neo.ClientError.Security.Forbidden" or "Neo.ClientError.Security.AuthorizationExpired" => BoltFailure.Forbidden,
            "Neo.ClientError.Database.DatabaseNotFound" => BoltFailure.NoDatabase,
            "Neo.TransientError.General.DatabaseUnavailable" or "Neo.TransientError.Database.DatabaseUnavailable" =>
                BoltFailure.DatabaseUnavailable,
            "Neo.ClientError.Cluster.NotALeader" => BoltFailure.NotALeader,
            "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" =>
                BoltFailure.ReadOnly,
            // Both have had a transient code, in versions that would have been run again although somebody wanted them to end.
            "Neo.TransientError.Transaction.Terminated"
            or "Neo.TransientError.Transaction.LockClientStopped"
            or "Neo.ClientError.Transaction.Terminated"
            or "Neo.ClientError.Transaction.LockClientStopped"
            or "Neo.ClientError.Transaction.TransactionTimedOut"
            or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" => BoltFailure.Terminated,
            _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => BoltFailure.Transient,
            _ when code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) => BoltFailure.Statement,
            _ => BoltFailure.Server,
        };
}
