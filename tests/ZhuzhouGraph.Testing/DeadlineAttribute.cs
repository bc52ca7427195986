using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace ZhuzhouGraph.Testing;

/// <summary>
/// Gives every test of an assembly a time by which it must be over, so that one that hangs fails by its name and the others go on. One that
/// does not heed the token of its context either ends the whole process, which says which test it was.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DeadlineAttribute : BeforeAfterTestAttribute
{
    /// <summary>Far more than the slowest takes on a busy machine.</summary>
    private static readonly TimeSpan Allowed = TimeSpan.FromMinutes(20);

    /// <summary>How long a test has to end that was told to.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var over = _running[test.UniqueID] = new CancellationTokenSource();
        _ = WatchAsync(TestContext.Current, test.TestDisplayName, over.Token);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_running.TryRemove(test.UniqueID, out var over))
            over.Cancel();
    }

    private static async Task WatchAsync(ITestContext test, string name, CancellationToken over)
    {
        await Task.Delay(Allowed, over);
        await Console.Error.WriteLineAsync($"{name} is not over after {Allowed} and is cancelled.");
        test.CancelCurrentTest();
        await Task.Delay(Grace, over);
        await Console.Error.WriteLineAsync($"{name} does not end, and so the test process does.");
        Environment.Exit(1);
    }
}
