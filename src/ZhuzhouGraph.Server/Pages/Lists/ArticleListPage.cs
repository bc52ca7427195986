namespace ZhuzhouGraph.Server.Pages.Lists;

/// <summary><c>/articles</c>: the reports, the newest first.</summary>
internal sealed class ArticleListPage : FilteredPage<ListData<Report>>
{
    private static readonly StoredDocument Document = StoredDocument.Named("articles");

    private static readonly Bilingual Heading = new("报道", "Articles");

    public override string Route => Links.Articles;

    public override IReadOnlyList<string> Parameters => [.. Fields.Select(one => one.Name)];

    protected override IReadOnlyList<FilterField> Fields => [ListFilters.Text, ListFilters.From, ListFilters.To];

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        var until = new[] { visit.Given(ListFilters.To.Name), Day(visit) }.OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        return new()
        {
            ["filter"] = ListFilters.Given(
                ("text", visit.Given(ListFilters.Text.Name)),
                ("published", ListFilters.Given(("from", visit.Given(ListFilters.From.Name)), ("to", until)))
            ),
            ["after"] = visit.Given(Visit.AfterName),
        };
    }

    protected override Shown Show(Visit visit, ListData<Report> data) =>
        Shown.Of<ArticleListView, ListModel<Report>>(new(Heading, Fields, data.List), Heading.For(visit));
}
