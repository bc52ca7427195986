using System.Globalization;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>Right answers of a list of cases; cases on which we differ on purpose, with the reason, count neither way.</summary>
internal sealed class Score(string name)
{
    private readonly List<string> _wrong = [];
    private readonly SortedDictionary<string, int> _onPurpose = new(StringComparer.Ordinal);
    private int _right;

    /// <summary>What is wrong is not printed, so that no rule is made for it.</summary>
    public bool IsSecret { get; init; }

    public void Add(string input, bool isRight, string? reason, string found)
    {
        if (isRight)
            _right++;
        else if (reason is not null)
            _onPurpose[reason] = _onPurpose.GetValueOrDefault(reason) + 1;
        else
            _wrong.Add($"{input} -> {found}");
    }

    public double Percent => 100.0 * _right / Math.Max(1, _right + _wrong.Count);

    /// <summary>Prints the score with what is wrong, and fails below the mark, which may only be raised.</summary>
    public void ShouldBeAtLeast(double percent)
    {
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {Percent:F1} % ({_right} right, {_wrong.Count} wrong, {_onPurpose.Values.Sum()} otherwise on purpose)"
            )
        );
        foreach (var (reason, count) in _onPurpose)
            output?.WriteLine($"  otherwise: {count} because {reason}");
        foreach (var wrong in IsSecret ? [] : _wrong)
            output?.WriteLine($"  {wrong}");
        Percent.ShouldBeGreaterThanOrEqualTo(percent);
    }
}
