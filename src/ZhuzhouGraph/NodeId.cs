using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph;

/// <summary>What an id names.</summary>
public enum NodeKind
{
    Entity,
    Relationship,
    Observation,
    Article,
}

/// <summary>
/// The grammar of ids. An entity is <c>prefix:slug</c> with a prefix of <see cref="EntityTypes"/>, a relationship <c>rel:</c> and 16
/// hex digits, an article <c>article:folder/file</c>, an observation <c>obs:folder/file/key</c>. Ids are stable for ever.
/// </summary>
public static partial class NodeId
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 200;

    private static readonly string[] Prefixes = [.. EntityTypes.All.Select(t => t.Prefix).Distinct()];

    /// <summary>What is allowed, for messages.</summary>
    public static string Allowed { get; } =
        $"'prefix:slug' with one of the prefixes {string.Join(", ", Prefixes)}; 'rel:' and 16 hex digits; 'article:folder/name'; "
        + $"'obs:folder/name/key' (lower-case letters, digits and hyphens)";

    /// <summary>Which of these are names, where ids or exact names may stand: what has the grammar of an id is an id.</summary>
    public static IReadOnlyList<string> NamesAmong(IEnumerable<string> idsOrNames) => [.. idsOrNames.Where(text => KindOf(text) is null)];

    /// <summary>What the id names, or null where it is no id at all.</summary>
    public static NodeKind? KindOf(string id)
    {
        if (id.Length > MaxLength || Grammar().Match(id) is not { Success: true } match)
            return null;
        if (match.Groups["entity"].Success)
            return Prefixes.Contains(match.Groups["entity"].Value, StringComparer.Ordinal) ? NodeKind.Entity : null;
        return match.Groups["rel"].Success ? NodeKind.Relationship
            : match.Groups["obs"].Success ? NodeKind.Observation
            : NodeKind.Article;
    }

    /// <summary>True for a well-formed entity id whose prefix is the type's.</summary>
    public static bool Fits(string id, EntityType type) =>
        KindOf(id) is NodeKind.Entity && id.StartsWith(type.Prefix + ":", StringComparison.Ordinal);

    /// <summary>The first hex digits of SHA-256 over the parts, each closed by a character that no part holds.</summary>
    public static string Hash(int digits, params IEnumerable<string?> parts)
    {
        var key = string.Concat(parts.Select(part => part + "\u001f"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..digits];
    }

    [GeneratedRegex(
        "^(?:rel:(?<rel>[0-9a-f]{16})|article:[0-9a-z-]+/[0-9a-z-]+|obs:(?<obs>[0-9a-z-]+/[0-9a-z-]+/[0-9a-z.-]+)"
            + "|(?<entity>[a-z]+):[0-9a-z]+(?:-[0-9a-z]+)*)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Grammar();
}
