using CsCheck;

namespace ZhuzhouGraph.Testing;

/// <summary>
/// Random choices from one seed. A city is made by a walk over what it holds already, which reads better as choices than as nested
/// generators.
/// </summary>
public sealed class Dice(PCG random)
{
    /// <summary>From 0, below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)random.Next((uint)count);

    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(params IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of the items, or null where there is none or chance says so.</summary>
    public T? Maybe<T>(int percent, Func<T> make)
        where T : class => Chance(percent) ? make() : null;

    public T? MaybeValue<T>(int percent, Func<T> make)
        where T : struct => Chance(percent) ? make() : null;

    /// <summary>At least one and at most <paramref name="most"/> of the items; one may come twice.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items, int most) => [.. Enumerable.Range(0, 1 + Below(most)).Select(_ => Of(items))];

    /// <summary>As <see cref="Some"/>, each item once, in any order.</summary>
    public List<T> Different<T>(IReadOnlyList<T> items, int most) => [.. Some(items, most).Distinct()];
}
