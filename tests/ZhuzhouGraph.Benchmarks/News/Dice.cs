using System.Numerics;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>What dice are thrown for; each use has a sequence of its own, so that one more throw here moves nothing there.</summary>
internal enum Throw
{
    Name,
    Entity,
    Fact,
    Figure,
    Article,
    Key,
}

/// <summary>
/// SplitMix64 in whole numbers only: the same throws on every machine and runtime, which <see cref="Random"/> and floating point do not
/// promise. Every item has dice of its own, so that the millionth fact needs none of those before it.
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(long seed, Throw use, long item)
    {
        unchecked
        {
            _state = Mix(Mix(Mix((ulong)seed) + (ulong)use) + (ulong)item);
        }
    }

    /// <summary>From 0 to below the limit, each as likely.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>True that often of a hundred times.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>
    /// A rank from 0 to below the count, as Zipf has it: each power of two of ranks is as likely as the next, so the first rank is drawn
    /// as often as the whole last half of them divided by their number.
    /// </summary>
    public int Skewed(int count)
    {
        var octaves = BitOperations.Log2((uint)count) + 1;
        while (true)
        {
            var first = 1 << Below(octaves);
            var rank = first + Below(first);
            if (rank <= count)
                return rank - 1;
        }
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            return Mix(_state);
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
