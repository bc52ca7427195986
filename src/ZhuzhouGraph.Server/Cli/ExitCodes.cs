namespace ZhuzhouGraph.Server.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Bad data or a bad argument: every problem has been printed.</summary>
    public const int Problems = 1;

    /// <summary>The store cannot be used, or the program failed.</summary>
    public const int Failure = 2;
}
