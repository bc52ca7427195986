using System.Diagnostics.CodeAnalysis;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Words with what they mean, found in a text by the longest that begins at a place.</summary>
internal sealed class Lexicon<T>
{
    /// <summary>For each first character the place of its list, 0 for none: asked at every character of a text.</summary>
    private readonly ushort[] _first = new ushort[char.MaxValue + 1];

    private readonly List<(string Word, T Meaning)[]> _lists =
    [
        [],
    ];

    public Lexicon(IEnumerable<(string Word, T Meaning)> words)
    {
        foreach (var group in words.GroupBy(entry => entry.Word[0]))
        {
            _first[group.Key] = (ushort)_lists.Count;
            _lists.Add([.. group.OrderByDescending(entry => entry.Word.Length)]);
        }
    }

    /// <summary>Whether a word begins with the character.</summary>
    public bool Begins(char c) => _first[c] > 0;

    public bool TryFind(string plain, int at, out int length, [MaybeNullWhen(false)] out T meaning)
    {
        (length, meaning) = (0, default);
        if (at >= plain.Length || _first[plain[at]] is 0)
            return false;
        foreach (var (word, what) in _lists[_first[plain[at]]])
        {
            if (string.CompareOrdinal(plain, at, word, 0, word.Length) != 0)
                continue;
            (length, meaning) = (word.Length, what);
            return true;
        }
        return false;
    }
}
