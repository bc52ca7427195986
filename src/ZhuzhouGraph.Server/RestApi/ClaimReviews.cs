using System.Globalization;
using System.Text.Json;
using GraphQL.Types;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Pages;
using ZhuzhouGraph.Server.Pages.Checking;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// <c>/claims:review</c>: a checked claim as a ClaimReview of schema.org (JSON-LD), for who publishes fact checks. Only a verdict with a
/// rating leaves the server so, and only of what was claimed elsewhere: there is no <c>article</c>, which could not support itself.
/// </summary>
internal static class ClaimReviews
{
    public const string Id = "reviewClaim";

    private const string Media = "application/ld+json",
        Text = "text",
        Claimant = "claimant",
        Appearance = "appearance";

    /// <summary>What is written.</summary>
    /// <param name="Options">What the check was asked besides the text, as the page of the check takes it.</param>
    private sealed record Review(
        ClaimReport Report,
        LocalDate Published,
        bool HasClaimDate,
        string? Claimant,
        string? Appearance,
        string Author,
        IReadOnlyList<(string Name, string? Value)> Options
    );

    public static IEnumerable<RestOperation> Operations(RestShapes shapes, RestSettings settings)
    {
        var checker = new ClaimChecker();
        var asked = RestParameter.Of(((IComplexGraphType)shapes.Schema.AllTypes["Query"]!).Fields.Find("checkClaim")!);
        yield return new(
            Id,
            "/claims:review",
            "核查结论导出",
            "The verdict on a claim as ClaimReview of schema.org (JSON-LD), a rating for each claim in it. Verdicts without a rating, such "
                + "as NOT_ENOUGH_EVIDENCE, are refused with the verdict and why. The author is who runs this server, never the newspaper.",
            [
                .. asked.Where(parameter => parameter.Name != "article"),
                Of(Claimant, "说话人", "Who claims it: a name, as itemReviewed tells it."),
                Of(Appearance, "出现于", "Where it is claimed: an http or https address, as itemReviewed tells it."),
            ],
            null,
            call => AnswerAsync(call, checker, settings)
        )
        {
            Text = new(Media, Write),
            Work = input => ClaimQuestion.WorkOf(input.Values.GetValueOrDefault(Text) as string ?? ""),
        };

        RestParameter Of(string name, string chinese, string english) =>
            RestParameter.Of(name, shapes.Schema.AllTypes["String"]!, SchemaParts.Describe(chinese, english), [name]);
    }

    private static async Task<RestAnswer?> AnswerAsync(RestCall call, ClaimChecker checker, RestSettings settings)
    {
        var (question, claimant, appearance) = await call.ReadAsync(arguments =>
            (ClaimQuestion.Read(arguments, ClaimQuestion.MaxClaim), Short(arguments, Claimant), AddressIn(arguments))
        );
        if (call.Faults.Count > 0)
            return null;
        var report = (await question.AnswerAsync(checker, call.Snapshot, call.CancellationToken))[0];
        if (RefusalOf(report) is { } refusal)
        {
            call.Wrong(Text, RestProblem.FormatRefused, refusal);
            return null;
        }
        var head = await call.Snapshot.HeadAsync(call.CancellationToken);
        return new(
            new Review(
                report,
                head.Version!.RecordedAt.InUtc().Date,
                question.Options.ClaimDate is not null,
                claimant,
                appearance,
                settings.Operator ?? RestSettings.UnnamedOperator,
                [
                    .. new[] { CheckPage.ClaimDate, Visit.AsOfName, CheckPage.About }.Select(name =>
                        (name, (string?)Told(call.Values.GetValueOrDefault(name)))
                    ),
                ]
            ),
            LinkedNodes.None
        );
    }

    /// <summary>Why a report is not exported, to go on after 'text'; null where it is.</summary>
    private static string? RefusalOf(ClaimReport report) =>
        Reviewed.Of(report) is not { Count: > 0 } answers ? "says nothing that can be checked; a ClaimReview needs a verdict with a rating."
        : answers.FirstOrDefault(answer => !ClaimRating.IsExported(answer.Verdict)) is { } unrated
            ? $"has '{ArgumentReader.Shorten(unrated.Printed)}' with the verdict {Spelling.Name(unrated.Verdict)}"
                + $"{(unrated.Reason is { } reason ? $" ({Spelling.Name(reason)})" : "")}, which has no rating; exported are "
                + $"{string.Join(", ", ClaimRating.Exported.Select(Spelling.Name))}."
        : null;

    private static string? Short(ArgumentReader arguments, string name)
    {
        var text = arguments.Cursor(name);
        if (text?.Length > ArgumentReader.MaxLength)
            arguments.Report(
                name,
                GraphErrors.InvalidArgument,
                $"has a text of {text.Length} characters; at most {ArgumentReader.MaxLength} are allowed."
            );
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static string? AddressIn(ArgumentReader arguments)
    {
        var text = arguments.Cursor(Appearance);
        if (text is not null && PublicUrl(text) is { } problem)
            arguments.Report(Appearance, GraphErrors.InvalidArgument, problem);
        return text;
    }

    private static string? PublicUrl(string text) =>
        text.Length <= 2_000
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? null
            : $"is '{ArgumentReader.Shorten(text)}', which is no address; allowed is one such as https://example.org/a-page.";

    private static string? Told(object? value) =>
        value switch
        {
            LocalDate day => LocalDatePattern.Iso.Format(day),
            string text => text,
            _ => null,
        };

    private static byte[] Write(RestAnswer answer)
    {
        var review = (Review)answer.Item;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, RestShape.Json))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            var reviewed = Reviewed.Of(review.Report);
            if (reviewed is [var only])
                Write(json, review, only, answer.Nodes.Site);
            else
            {
                json.WriteStartArray("@graph");
                foreach (var claim in reviewed)
                {
                    json.WriteStartObject();
                    Write(json, review, claim, answer.Nodes.Site);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Review review, Reviewed answer, string? site)
    {
        json.WriteString("@type", "ClaimReview");
        json.WriteString("url", AddressOf(review, site));
        // The day of the data: with it and the rules the review is the same for ever.
        json.WriteString("datePublished", LocalDatePattern.Iso.Format(review.Published));
        json.WriteString("claimReviewed", answer.Quote);
        Node(json, "author", "Organization", ("name", review.Author), ("url", site));
        json.WriteStartObject("itemReviewed");
        json.WriteString("@type", "Claim");
        if (review.Claimant is { } claimant)
            Node(json, "author", "Thing", ("name", claimant));
        if (review.HasClaimDate)
            json.WriteString("datePublished", LocalDatePattern.Iso.Format(review.Report.ClaimDate));
        if (review.Appearance is { } appearance)
            Node(json, "appearance", "CreativeWork", ("url", appearance));
        json.WriteEndObject();
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        if (ClaimRating.Of(answer.Verdict, review.Report.AsOf is not null) is { } rating)
        {
            json.WriteNumber("ratingValue", rating);
            json.WriteNumber("bestRating", ClaimRating.Best);
            json.WriteNumber("worstRating", ClaimRating.Worst);
        }
        json.WriteString("alternateName", Verdicts.Chinese(answer.Verdict));
        json.WriteString("ratingExplanation", $"{answer.Chinese} {answer.English}");
        json.WriteEndObject();
        json.WriteStartArray("isBasedOn");
        foreach (var (article, id) in answer.BasedOn)
        {
            json.WriteStartObject();
            json.WriteString("@type", "NewsArticle");
            json.WriteString("headline", article.Title);
            json.WriteString("datePublished", LocalDatePattern.Iso.Format(article.Date));
            Node(json, "publisher", "Organization", ("name", article.Newspaper));
            json.WriteString("url", $"{site}{Permalink.PathOf(id)}");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Node(Utf8JsonWriter json, string name, string type, params IEnumerable<(string Name, string? Value)> members)
    {
        json.WriteStartObject(name);
        json.WriteString("@type", type);
        foreach (var (member, value) in members)
        {
            if (value is not null)
                json.WriteString(member, value);
        }
        json.WriteEndObject();
    }

    /// <summary>The page of the check with the versions that answered; without a host where the server does not know its own.</summary>
    private static string AddressOf(Review review, string? site) =>
        site
        + Links.Check
        + Visit.Query([
            (CheckPage.Claim, review.Report.Text),
            .. review.Options,
            (CheckPage.Data, review.Report.DataVersion.ToString(CultureInfo.InvariantCulture)),
            (CheckPage.Rules, ClaimReport.RulesVersion),
        ]);
}
