namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>Reads lists of those who took part: 李明、赵强参加座谈会. Which event it was is left to name.</summary>
internal static class DraftAttendants
{
    /// <summary>The verbs with the role that each says; a longer one stands before those it holds.</summary>
    private static readonly (string Verb, string Role)[] Verbs =
    [
        ("座谈交流", "PARTICIPANT"),
        ("参加", "PARTICIPANT"),
        ("出席", "PARTICIPANT"),
        ("列席", "PARTICIPANT"),
        ("座谈", "PARTICIPANT"),
        ("主持", "CHAIR"),
        ("致辞", "SPEAKER"),
        ("讲话", "SPEAKER"),
        ("率队", "LEADER"),
    ];

    /// <summary>What may stand between the last name and the verb.</summary>
    private static readonly string[] Links = ["等", "等人", "等领导", "等市领导", "分别", "共同", "一同", "并", "还", "也", "应邀", "到会"];

    /// <summary>The participations of a sentence, each as the pairs of a link.</summary>
    public static IEnumerable<IReadOnlyList<(string Key, string? Value)>> In(DraftSentence sentence)
    {
        var text = sentence.Line.Text;
        for (var at = sentence.InLine.Start; at < sentence.InLine.End; at++)
        {
            var (verb, role) = Array.Find(Verbs, x => string.CompareOrdinal(text, at, x.Verb, 0, x.Verb.Length) == 0);
            if (verb is null)
                continue;
            if (ListBefore(sentence, at) is { Count: > 0 } people)
                yield return
                [
                    ("from", YamlWords.Of(people)),
                    ("tookPartIn", YamlWords.Of(EventBehind(sentence, at + verb.Length))),
                    ("role", role),
                    ("word", verb),
                ];
            at += verb.Length - 1;
        }
    }

    /// <summary>The persons before the verb, unknown ones to do; empty where no known one stands there.</summary>
    private static List<string> ListBefore(DraftSentence sentence, int verb)
    {
        var text = sentence.Line.Text;
        List<string> people = [];
        var end = verb;
        foreach (var link in Links.OrderByDescending(link => link.Length))
        {
            if (text[sentence.InLine.Start..verb].EndsWith(link, StringComparison.Ordinal))
            {
                end = verb - link.Length;
                break;
            }
        }
        while (true)
        {
            if (sentence.Names.FirstOrDefault(name => name.InText.End == end) is { Entity.Type.Name: "Official" or "Person" } person)
            {
                people.Insert(0, person.Name);
                end = person.InText.Start;
            }
            else if (Unknown(text[sentence.InLine.Start..end]) is { } name)
            {
                people.Insert(0, DraftWords.Todo(name));
                end -= name.Length;
            }
            else
                break;
            if (end <= sentence.InLine.Start || text[end - 1] is not ('、' or '和'))
                break;
            end--;
        }
        return people.Exists(name => !SeedTodo.Is(name)) ? people : [];
    }

    /// <summary>A name of two or three characters behind a mark of a list.</summary>
    private static string? Unknown(string before)
    {
        var mark = before.LastIndexOf('、');
        var name = mark < 0 ? "" : before[(mark + 1)..];
        return name.Length is 2 or 3 && name.All(c => c is >= '\u4E00' and <= '\u9FFF') ? name : null;
    }

    private static string EventBehind(DraftSentence sentence, int at)
    {
        var words = sentence.Behind(at, DraftWords.Most);
        var named = sentence.Names.FirstOrDefault(name =>
            name.Entity?.Type == EntityTypes.Event && name.InText.Start >= at && name.InText.End <= at + words.Length
        );
        return named?.Name ?? DraftWords.Todo(DraftWords.Trimmed(words));
    }
}
