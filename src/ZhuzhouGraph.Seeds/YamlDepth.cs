using YamlDotNet.Core;

namespace ZhuzhouGraph.Seeds;

/// <summary>How deep a file nests. A seed needs six levels; the library recurses, and a file of brackets would end the process.</summary>
internal static class YamlDepth
{
    public const int Max = 64;

    /// <exception cref="YamlException">The text is no YAML.</exception>
    public static bool IsExceeded(string text)
    {
        if (!MayBeExceeded(text))
            return false;
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (depth <= Max && parser.MoveNext())
            depth += parser.Current!.NestingIncrease;
        return depth > Max;
    }

    /// <summary>
    /// Counts brackets, also those that stand in texts, and dashes of one line: cheap, and too much rather than too little.
    /// </summary>
    private static bool MayBeExceeded(string text)
    {
        var (brackets, dashes) = (0, 0);
        foreach (var c in text)
        {
            if (c is '[' or '{')
                brackets++;
            else if (c is ']' or '}')
                brackets = Math.Max(0, brackets - 1);
            else if (c is '-')
                dashes++;
            else if (c is '\n')
                dashes = 0;
            if (Math.Max(brackets, dashes) > Max)
                return true;
        }
        return false;
    }
}
