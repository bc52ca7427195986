using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>Reads the posts that stand before a known person's name: 市委副书记、市长李明.</summary>
/// <param name="known">Posts that other articles state: person, body, title.</param>
internal sealed partial class DraftPosts(KnownNames names, IEnumerable<(string Person, Entity Body, string Title)> known)
{
    private readonly ILookup<(string Person, string Title), Entity> _known = known.ToLookup(
        post => (post.Person, post.Title),
        post => post.Body
    );

    /// <summary>The posts of a sentence, each as the pairs of a link, in the order of print.</summary>
    public IEnumerable<IReadOnlyList<(string Key, string? Value)>> In(DraftSentence sentence)
    {
        for (var index = 0; index < sentence.Names.Count; index++)
        {
            if (!IsPerson(sentence.Names[index]))
                continue;
            var person = sentence.Names[index];
            var start =
                index == 0
                    ? sentence.InLine.Start
                    : sentence.Names.Take(index).LastOrDefault(IsPerson)?.InText.End ?? sentence.InLine.Start;
            var text = sentence.Line.Text[start..person.InText.Start];
            var titles = TitlesOf(text);
            foreach (var (title, before) in titles)
            {
                // Of several deputies the title stands once.
                IReadOnlyList<string> holders =
                    titles.Count == 1 && Array.Exists(Shared, word => title.Contains(word, StringComparison.Ordinal))
                        ? [.. FollowersOf(sentence, index).Select(name => name.Name)]
                        : [person.Name];
                yield return
                [
                    ("from", YamlWords.Of(holders)),
                    ("holdsPost", YamlWords.Of(BodyOf(person.Entity!.Id, title, before))),
                    ("title", YamlWords.Of(title)),
                ];
            }
        }
    }

    private static readonly string[] Shared = ["副", "领导", "委员", "常委", "专家"];

    private static bool IsPerson(FoundName name) => name.Entity?.Type.Name is "Official" or "Person";

    /// <summary>The persons that only 、 parts from one another, from one on.</summary>
    private static IEnumerable<FoundName> FollowersOf(DraftSentence sentence, int index)
    {
        yield return sentence.Names[index];
        for (var next = index + 1; next < sentence.Names.Count; next++)
        {
            var between = sentence.Line.Text[sentence.Names[next - 1].InText.End..sentence.Names[next].InText.Start];
            if (!IsPerson(sentence.Names[next]) || between is not ("、" or "和" or "及"))
                yield break;
            yield return sentence.Names[next];
        }
    }

    /// <summary>The titles that end where the name begins, parted by 、 or 兼, and what stands before each.</summary>
    private List<(string Title, string Before)> TitlesOf(string text)
    {
        List<(string, string)> found = [];
        while (Title().Match(text.TrimEnd()) is { Success: true } match)
        {
            var title = match.Groups["title"].Value;
            var before = text[..match.Groups["title"].Index];
            found.Insert(0, (title, before));
            // A名誉董事长、B董事长: the body of the last title stands between.
            var rest =
                names.In(before) is [.., { Entity: { } body } last] && last.InText.End == before.Length && IsBody(body)
                    ? before[..last.InText.Start]
                    : before;
            if (rest.Length == 0 || rest[^1] is not ('、' or '兼'))
                break;
            text = rest[..^1];
        }
        return found;
    }

    /// <summary>The body that an article states for it, or the known name before the title or in it.</summary>
    private string BodyOf(string person, string title, string before)
    {
        if (_known[(person, title)].DistinctBy(body => body.Id).ToList() is [var stated])
            return stated.Name;
        // 东港集团党委书记、总经理: the second title is of the same body.
        var words = before;
        while (words.Length > 0 && words[^1] is ('、' or '兼') && Title().Match(words[..^1]) is { Success: true } earlier)
            words = words[..earlier.Groups["title"].Index];
        if (names.In(words) is [.., { Entity: { } body } last] && last.InText.End == words.Length && IsBody(body))
            return last.Name;
        if (names.In(title) is [{ Entity: { } own } first, ..] && first.InText.Start == 0 && IsBody(own))
            return first.Name;
        var start = words.LastIndexOfAny([.. "，,；;。：: 、和与由在对向据是经受到"]) + 1;
        return DraftWords.Todo(DraftWords.Last(words[start..]));
    }

    private static bool IsBody(Entity entity) => entity.Type.Name is "Organization" or "Company" or "Place";

    [GeneratedRegex(
        "(?<title>(省委|市委|县委|区委|州委|镇党委|党委|党组|党工委|省政府|市政府|县政府|区政府|省人大|市人大|县人大|区人大|省政协|市政协|县政协|区政协|人大常委会|常委会|国务院|"
            + "省|市|县|区|州|镇)?(党组)?(常务|名誉|执行|首席|第一|高级|代|副)*"
            + "(书记|市长|省长|县长|区长|州长|镇长|主任|局长|厅长|部长|处长|主席|委员长|委员|常委|董事长|总经理|经理|总裁|秘书长|会长|理事长|院长|校长|行长|社长|总编辑|总编|主编|所长|站长|"
            + "司长|署长|关长|检察长|厂长|总工程师|首席专家|专家|总理|领导|总监))\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Title();
}
