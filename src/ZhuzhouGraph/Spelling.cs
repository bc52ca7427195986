using System.Text;

namespace ZhuzhouGraph;

/// <summary>How names of our code are written in seeds and answers.</summary>
public static class Spelling
{
    /// <summary>A value of an enumeration, such as <c>RATE_OF_CHANGE</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => UpperSnake(value.ToString());

    /// <summary><c>RateOfChange</c> as <c>RATE_OF_CHANGE</c>.</summary>
    public static string UpperSnake(string pascal)
    {
        var snake = new StringBuilder(pascal.Length + 4);
        foreach (var c in pascal)
        {
            if (char.IsUpper(c) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToUpperInvariant(c));
        }
        return snake.ToString();
    }

    /// <summary>The names of an enumeration as seeds and answers write them.</summary>
    public static IReadOnlyList<string> NamesOf<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(UpperSnake)];

    /// <summary>The value that seeds and answers write with that word, or null.</summary>
    public static TEnum? Parse<TEnum>(string word)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Name(value), word, StringComparison.Ordinal))
                return value;
        }
        return null;
    }

    public static string LowerFirst(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    /// <summary>A slug for an id: lower-case letters and digits of the English name, joined by hyphens.</summary>
    public static string Slug(string english)
    {
        var slug = new StringBuilder(english.Length);
        foreach (var c in english.ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
                slug.Append(c);
            else if (c != '\'' && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }
}
