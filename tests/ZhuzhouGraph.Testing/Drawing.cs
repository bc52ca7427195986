using CsCheck;

namespace ZhuzhouGraph.Testing;

/// <summary>
/// Where random cases come from: every run draws the same ones, so that no landing hangs on luck. With CsCheck_Iter a run draws as many
/// fresh ones, and with CsCheck_Seed the one first that failed.
/// </summary>
public static class Drawing
{
    private static bool IsFresh => Environment.GetEnvironmentVariable("CsCheck_Iter") is not null;

    /// <summary>So many cases, unless CsCheck_Iter says otherwise.</summary>
    public static int Cases(int usual) => IsFresh ? (int)Check.Iter : usual;

    /// <summary>Where a run of cases starts.</summary>
    /// <param name="stream">Another number gives other cases.</param>
    public static PCG Start(uint stream = 1) =>
        Check.Seed is { } seed ? PCG.Parse(seed)
        : IsFresh ? new PCG(stream)
        : new PCG(stream, 20230519);

    /// <summary>Checks random values. The first that fails is made smaller and told with its seed.</summary>
    public static void CheckAll<T>(this Gen<T> gen, Action<T> check, int cases = 100)
    {
        var random = Start();
        for (var left = Cases(cases); left > 0; left--)
        {
            var start = random.ToString();
            try
            {
                check(gen.Generate(random, null, out _));
            }
            catch
            {
                gen.Sample(check, seed: start, iter: 1_000, threads: 1);
                throw;
            }
        }
    }

    /// <inheritdoc cref="CheckAll{T}(Gen{T}, Action{T}, int)"/>
    public static void CheckAll<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> check) => gen.CheckAll(x => check(x.Item1, x.Item2));

    /// <inheritdoc cref="CheckAll{T}(Gen{T}, Action{T}, int)"/>
    public static void CheckAll<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> check) =>
        gen.CheckAll(x => check(x.Item1, x.Item2, x.Item3));

    /// <inheritdoc cref="CheckAll{T}(Gen{T}, Action{T}, int)"/>
    public static void CheckAll<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> check, int cases = 100) =>
        gen.CheckAll(x => check(x.Item1, x.Item2, x.Item3, x.Item4), cases);

    /// <inheritdoc cref="CheckAll{T}(Gen{T}, Action{T}, int)"/>
    public static void CheckAll<T1, T2, T3, T4, T5>(this Gen<(T1, T2, T3, T4, T5)> gen, Action<T1, T2, T3, T4, T5> check) =>
        gen.CheckAll(x => check(x.Item1, x.Item2, x.Item3, x.Item4, x.Item5));

    /// <inheritdoc cref="CheckAll{T}(Gen{T}, Action{T}, int)"/>
    public static void CheckAll<T1, T2, T3, T4, T5, T6>(this Gen<(T1, T2, T3, T4, T5, T6)> gen, Action<T1, T2, T3, T4, T5, T6> check) =>
        gen.CheckAll(x => check(x.Item1, x.Item2, x.Item3, x.Item4, x.Item5, x.Item6));

    /// <summary>Checks random values one after the other. The first that fails is made smaller and told with its seed.</summary>
    public static async Task CheckAllAsync<T>(this Gen<T> gen, Func<T, Task> check, int cases)
    {
        var random = Start();
        for (var left = Cases(cases); left > 0; left--)
        {
            var start = random.ToString();
            try
            {
                await check(gen.Generate(random, null, out _));
            }
            catch
            {
                await gen.SampleAsync(check, seed: start, iter: 50, threads: 1);
                throw;
            }
        }
    }
}
