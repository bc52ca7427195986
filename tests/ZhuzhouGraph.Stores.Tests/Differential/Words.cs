using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>
/// Texts that a store may trip over: characters of every plane, what folding joins, and what another language would take for syntax.
/// </summary>
internal static class Words
{
    /// <summary>Syntax of the languages that stores speak.</summary>
    public static readonly IReadOnlyList<string> Syntax =
    [
        "'",
        "''",
        "\"",
        "`",
        "``",
        "\\",
        "\\'",
        "\\\"",
        "\\u0027",
        "//",
        "/*",
        "*/",
        "--",
        ";",
        "{",
        "}",
        "{}",
        "$",
        "$1",
        "$q",
        "%",
        "_",
        "*",
        "?",
        "^",
        "~",
        ":",
        "+",
        "-",
        "|",
        "#",
        "@",
        "' OR '1'='1",
        "'; DROP TABLE entity; --",
        "\") OR 1=1 --",
        "灯\" OR \"笼",
        "灯 AND 笼",
        "灯 NEAR 笼",
        "灯*",
        "NOT 灯",
        "sort:灯",
        "`}) DETACH DELETE n //",
        "'}) MATCH (n) DETACH DELETE n RETURN '",
        "\"}) RETURN 1 AS x //",
        "MATCH (n) RETURN n",
        "$(id)",
        "{灯: '笼'}",
        "CALL { RETURN 1 }",
        ".*",
        "[a-z]+",
        "(?i)灯",
        "null",
        "NULL",
        "true",
        "0",
        "1e5",
        "-0",
        "<b>&amp;</b>",
        "%27",
        "\\N",
        "a\tb",
        "a\nb",
        "a\r\nb",
    ];

    private static readonly string[] Pieces =
    [
        "灯",
        "笼",
        "云",
        "海",
        "桥",
        "厂",
        "第1",
        "一",
        "A",
        "b",
        "Ab",
        "é",
        "e\u0301",
        "ß",
        "İ",
        "I",
        "Σ",
        "ς",
        "ﬁ",
        "1",
        "12.5",
        "％",
        "：",
        "。",
        "、",
        "，",
        "—",
        "·",
        "（",
        "）",
        "\uFF21",
        "ｂ",
        "ｶﾞ",
        "\U00020000",
        "\U00020BB7",
        "\U0001F3EE",
        "👨\u200D👩\u200D👧",
        "\U00010400",
        "\uFFFD",
        "\uE000",
        "\uFB01",
        "\u00A0",
        "\u3000",
        " ",
        "“",
        "”",
        "《",
        "》",
        "'",
        "\"",
        "`",
    ];

    /// <summary>A text with at least one character that folding keeps.</summary>
    public static string Word(Dice dice)
    {
        var word = dice.Chance(25) ? dice.Of(Syntax) : string.Concat(dice.Some(Pieces, 4));
        return Folding.Fold(word).Length > 0 ? word : word + dice.Of("灯", "云", "z");
    }

    /// <summary>Another spelling of the text that folds to the same, most often.</summary>
    public static string Respelled(Dice dice, string text) =>
        dice.Below(7) switch
        {
            0 => "《" + text + "》",
            1 => "“" + text + "”",
            2 => string.Join(' ', text.EnumerateRunes()),
            3 => text.ToUpperInvariant(),
            4 => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
            5 => text.Replace("。", ".", StringComparison.Ordinal).Replace("、", ",", StringComparison.Ordinal) + "\u200B",
            _ => text,
        };

    /// <summary>A part of the text, or something close to it; a part may cut a surrogate pair in two.</summary>
    public static string Near(Dice dice, string text)
    {
        if (text.Length == 0)
            return dice.Of(Syntax);
        var start = dice.Below(text.Length);
        return dice.Below(8) switch
        {
            0 => text[start..(start + 1)],
            1 => text[start..],
            2 => text[..(start + 1)],
            3 => text[start..Math.Min(text.Length, start + 2)],
            4 => text + dice.Of("'", "%", "x", "\0", "灯", "*"),
            5 => dice.Of("'", "\"", "x", "^", "灯") + text,
            6 => Respelled(dice, text[start..]),
            _ => Respelled(dice, text),
        };
    }
}
