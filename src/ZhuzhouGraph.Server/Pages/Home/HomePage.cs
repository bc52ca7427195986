using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Pages.Home;

/// <summary>What the graph holds, in counts.</summary>
public sealed record Holdings(
    int Articles,
    int ArticlesWithText,
    int Citations,
    Days? Coverage,
    IReadOnlyList<TypeCount> Entities,
    IReadOnlyList<Counted> Relationships,
    IReadOnlyList<Counted> Observations
);

/// <summary>From one day to another.</summary>
public sealed record Days(NodaTime.LocalDate? First, NodaTime.LocalDate? Last);

public sealed record TypeCount(string Type, int Count);

public sealed record Counted(int Count);

/// <summary>What the home page is given.</summary>
public sealed record HomeModel(Holdings Summary, Listed<Report> Articles)
{
    /// <summary>One question of each kind of user.</summary>
    public static IEnumerable<StoredQuestion> Examples =>
        StoredQuestion.All.GroupBy(question => question.Audience).Select(audience => audience.First());
}

/// <summary><c>/</c>: a search box, what there is, and where to go.</summary>
internal sealed class HomePage : WebPage<HomeModel>
{
    private static readonly StoredDocument Document = StoredDocument.Named("home");

    public override string Route => "/";

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new() { ["articles"] = PublishedBy(visit) };
    }

    protected override Shown Show(Visit visit, HomeModel data) =>
        Shown.Of<HomeView, HomeModel>(data, visit.Say("报纸上的人、事、数", "Who, what and how much, as printed")) with
        {
            HasOwnSearch = true,
        };
}
