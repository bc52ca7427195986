using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>Finds who says a figure.</summary>
internal static class DraftSpeakers
{
    private static readonly string[] Nameless = ["相关负责人", "有关负责人", "负责人", "相关人士", "工作人员"];
    private static readonly string[] Speakers = ["Official", "Person", "Company", "Organization", "Place"];

    /// <summary>The known name that ends the words, or that stands before a nameless capacity; else the words, to do.</summary>
    public static (string? By, string? Capacity) Of(ReadFigure read, KnownNames names)
    {
        if (read.AttributedTo is not { Length: > 0 } words)
            return (null, null);
        var capacity = Array.Find(Nameless, word => words.EndsWith(word, StringComparison.Ordinal) && words.Length > word.Length);
        var body = capacity is null ? words : words[..^capacity.Length];
        var name = names.In(body).LastOrDefault(found => found.InText.End == body.Length && IsSpeaker(found));
        return name is not null ? (name.Name, capacity) : (DraftWords.Todo(DraftWords.Last(DraftWords.Trimmed(words))), null);
    }

    private static bool IsSpeaker(FoundName name) =>
        name.Entity is { } entity && Speakers.Contains(entity.Type.Name, StringComparer.Ordinal);
}
