using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/codelists</c>: every closed list of words that parameters and answers use, with its terms.</summary>
internal static class Codelists
{
    private sealed record Code(string Word, string Chinese, string English);

    private sealed record Codelist(string Name, Forms.Label Title, IReadOnlyList<Code> Codes);

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "Code",
            "代码",
            "A word of a closed list.",
            shapes.Field<Code>("code", "String!", "代码", "The word.", c => c.Word),
            shapes.Field<Code>("zh", "String!", "中文", "The Chinese term.", c => c.Chinese),
            shapes.Field<Code>("en", "String!", "英文", "What it means.", c => c.English)
        );
        shapes.Add(
            "Codelist",
            "代码表",
            "A closed list of words.",
            shapes.Field<Codelist>("name", "String!", "名称", "Its name.", l => l.Name),
            shapes.Field<Codelist>("title", "Label!", "标题", "What it is of.", l => l.Title),
            shapes.Field<Codelist>("codes", "[Code!]!", "代码", "Its words, in the order of their declaration.", l => l.Codes)
        );
        shapes.Add(
            "CodelistPage",
            "代码表列表",
            "All closed lists.",
            shapes.Field<IReadOnlyList<Codelist>>("items", "[Codelist!]!", "条目", "The lists, by name.", lists => lists)
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        var lists = All(shapes.Schema).OrderBy(list => list.Name, StringComparer.Ordinal).ToList();
        yield return new(
            "listCodelists",
            "/codelists",
            "代码表",
            "All closed lists of words that parameters and answers use.",
            [],
            shapes["CodelistPage"],
            _ => Task.FromResult<RestAnswer?>(new(lists, LinkedNodes.None))
        )
        {
            NeedsStore = false,
        };
        yield return new("getCodelist", "/codelists/{id}", "单个代码表", "One closed list.", [], shapes["Codelist"], call =>
            Task.FromResult(lists.Find(list => list.Name == call.Id) is { } list ? new RestAnswer(list, LinkedNodes.None) : Unknown(call))
        )
        {
            NeedsStore = false,
            IdDescription = SchemaParts.Describe("代码表名称", "The name of a list, such as Hedge; /codelists has all of them."),
        };

        RestAnswer? Unknown(RestCall call)
        {
            call.NotThere([.. lists.Select(list => list.Name)]);
            return null;
        }
    }

    private static IEnumerable<Codelist> All(GraphSchema schema) =>
        schema
            .AllTypes.OfType<EnumerationGraphType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .Select(type => new Codelist(
                type.Name,
                TermsOf(type.Description!),
                [
                    .. type.Values.Select(value =>
                    {
                        var (chinese, english) = TermsOf(value.Description!);
                        return new Code(value.Name, chinese, english);
                    }),
                ]
            ))
            .Append(
                new(
                    "Unit",
                    new("单位", "The units of figures: UCUM for physical ones, ISO 4217 for money, a word for counts."),
                    [.. Units.All.Select(unit => new Code(unit.Code, unit.Chinese, unit.English))]
                )
            )
            .Append(
                new(
                    RestProblem.Codelist,
                    new("错误代码", "What a refusal says in 'code', and where its 'type' leads."),
                    [
                        .. RestProblem
                            .Titles.OrderBy(title => title.Key, StringComparer.Ordinal)
                            .Select(title => new Code(title.Key, title.Value.Chinese, title.Value.English)),
                    ]
                )
            );

    /// <summary>The Chinese term and the English text of a description.</summary>
    private static Forms.Label TermsOf(string description)
    {
        var end = description.IndexOf(": ", StringComparison.Ordinal);
        return new(description[..end], description[(end + 2)..]);
    }
}
