using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ZhuzhouGraph.Seeds;

/// <summary>Something in a file that is YAML and that a seed has no use for. The message says what is allowed.</summary>
internal sealed class SeedYamlException(in Mark start, in Mark end, string message) : YamlException(start, end, message);

/// <summary>
/// Reads YAML no further than to what no seed needs. The library recurses with every level and copies what aliases stand for, so a file of
/// brackets would end the process and one of aliases would fill the memory.
/// </summary>
internal sealed class SeedYamlParser(string text) : IParser
{
    /// <summary>A seed needs six levels.</summary>
    public const int MaxDepth = 64;

    /// <summary>Texts, lists and mappings of one file: many times what the largest issue needs.</summary>
    public const int MaxValues = 200_000;

    private const string Quoted = "a text that begins with &, * or ! stands in quotation marks";

    private readonly Parser _parser = new(new StringReader(text));
    private int _values;
    private int _documents;

    /// <summary>The stream and the document are levels to the library, and not to whoever writes one.</summary>
    private int _depth = -2;

    public ParsingEvent? Current => _parser.Current;

    /// <exception cref="YamlException">The text is no YAML, or a <see cref="SeedYamlException"/>.</exception>
    public bool MoveNext()
    {
        if (!_parser.MoveNext())
            return false;
        _depth += Current!.NestingIncrease;
        if (Fault(Current) is { } fault)
            throw new SeedYamlException(Current.Start, Current.End, fault);
        return true;
    }

    private string? Fault(ParsingEvent found) =>
        found switch
        {
            _ when _depth > MaxDepth => $"Found more than {MaxDepth} levels of brackets or lists; a seed has six.",
            DocumentStart when ++_documents > 1 => "Found a second YAML document, begun by '---'; allowed is one.",
            AnchorAlias alias => NotAllowed($"the alias '*{alias.Value}'"),
            NodeEvent when ++_values > MaxValues => string.Create(
                CultureInfo.InvariantCulture,
                $"Found more than {MaxValues} values; allowed are as many in a file, and several files."
            ),
            // Of a text without quotation marks, its reader says it, and the rest of the file is judged.
            Scalar { Style: ScalarStyle.Plain } => null,
            NodeEvent { Anchor.IsEmpty: false } node => NotAllowed($"the anchor '&{node.Anchor.Value}'"),
            NodeEvent { Tag.IsEmpty: false } node => NotAllowed($"the tag '{node.Tag}'"),
            _ => null,
        };

    private static string NotAllowed(string found) => $"Found {found}; allowed is a value without anchor, alias and tag, and {Quoted}.";
}
