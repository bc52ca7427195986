using NodaTime;
using ZhuzhouGraph.Text.Claims.Relations;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>
/// Tells how the figures of a text agree with what was printed, by rules that have names: no model, no network. One data version and one
/// version of the rules give one answer, whatever the store. A checker is for one store: it keeps what every claim needs of its newest
/// version.
/// </summary>
/// <remarks>The pipeline: read (<see cref="ClaimReader"/>) → names (<see cref="ClaimNames"/>) → subject, indicator → figures
/// (<see cref="ClaimFacts"/>) → match and compare (<see cref="ClaimMatch"/>) → decide (<see cref="ClaimDecision"/>) → tell
/// (<see cref="ClaimTeller"/>).</remarks>
public sealed class ClaimChecker
{
    /// <summary>A longer text is refused before it is read.</summary>
    public const int MaxLength = 20_000;

    /// <summary>More figures of a text are not checked, and told as unread.</summary>
    public const int MostClaims = 200;

    /// <summary>
    /// The most statements that a text of so many claims takes: what is kept of a version, where it is a new one, what the request names
    /// and the names of the text, then of each claim its figures, those elsewhere, the evidence, and what was closed; and what its
    /// sentences say of relations.
    /// </summary>
    public static int MaxStatements(int claims) =>
        ClaimKnowledge.MostStatements + 2 + (claims * ClaimCheck.MostStatements) + RelationCheck.MaxStatements;

    /// <summary>How far before a sentence a name may stand that it goes on from.</summary>
    private const int Before = 80;

    private ClaimKnowledge? _known;

    /// <summary>Checks a text on the graph as it is now.</summary>
    public Task<ClaimReport> CheckAsync(IGraphStore store, string text, ClaimOptions options, CancellationToken cancellationToken) =>
        store.ReadAsync(snapshot => CheckAsync(snapshot, text, options, cancellationToken), cancellationToken);

    /// <summary>Checks a text on one version of the graph.</summary>
    public async Task<ClaimReport> CheckAsync(
        IGraphSnapshot snapshot,
        string text,
        ClaimOptions options,
        CancellationToken cancellationToken
    )
    {
        var known = await KnownAsync(snapshot, cancellationToken).ConfigureAwait(false);
        var (named, ids) = (new Dictionary<string, IGraphNode>(StringComparer.Ordinal), new[] { options.About, options.Article });
        foreach (var (id, node) in await snapshot.GetAsync([.. ids.OfType<string>()], cancellationToken).ConfigureAwait(false))
            named[id] = node;
        var own = options.Article is { } article ? named.GetValueOrDefault(article) as Article : null;
        var print = options.ClaimDate ?? own?.Date ?? known.Coverage.Last ?? new LocalDate(2000, 1, 1);
        var (read, unread) = ClaimReader.Read(text, print);
        var names = await ClaimNames.FindAsync(snapshot, text, SentencesOf(read), cancellationToken).ConfigureAwait(false);
        List<Claim> claims = [];
        foreach (var claim in read)
        {
            if (names.Any(name => name.Span.Start <= claim.FigureSpan.Start && claim.FigureSpan.End <= name.Span.End))
                unread.Add(new(claim.Printed, claim.FigureSpan, "it is part of a name"));
            else if (claims.Count == MostClaims)
                unread.Add(new(claim.Printed, claim.FigureSpan, "more figures are not checked at once"));
            else
                claims.Add(claim);
        }
        var about = options.About is { } asked ? named.GetValueOrDefault(asked) as Entity : null;
        var check = new ClaimCheck(snapshot, known, names, about, options, print);
        List<ClaimAnswer> answers = [];
        foreach (var claim in claims)
            answers.Add(await check.AnswerAsync(claim, cancellationToken).ConfigureAwait(false));
        var relations = await new RelationCheck(snapshot, known, options, print)
            .AnswerAsync(text, claims, about, cancellationToken)
            .ConfigureAwait(false);
        return new(
            text,
            known.Head.Number,
            known.Coverage,
            print,
            options.ClaimDate is null && own is null,
            options.AsOf,
            InternalSums.Checked(answers),
            relations,
            [.. unread.OrderBy(one => one.Span.Start)]
        );
    }

    private async Task<ClaimKnowledge> KnownAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var head = await snapshot.HeadAsync(cancellationToken).ConfigureAwait(false);
        if (_known is { } known && known.Head == head)
            return known;
        return _known = await ClaimKnowledge.ReadAsync(snapshot, head, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The sentences of claims, each with what stands shortly before it: 该公司 is named there.</summary>
    private static List<Span> SentencesOf(IEnumerable<Claim> claims)
    {
        List<Span> spans = [];
        foreach (var claim in claims)
        {
            var (start, end) = (Math.Max(0, claim.SentenceStart - Before), claim.SentenceStart + claim.Sentence.Length);
            if (spans is [.., var last] && start <= last.End)
                spans[^1] = new(last.Start, Math.Max(last.End, end));
            else
                spans.Add(new(start, end));
        }
        return spans;
    }
}
