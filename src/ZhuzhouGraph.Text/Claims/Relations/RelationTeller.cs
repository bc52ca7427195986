namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>Makes an answer of a decision, with citations, articles and names.</summary>
internal sealed class RelationTeller(IGraphSnapshot snapshot, ClaimKnowledge known, ClaimOptions options)
{
    /// <summary>So many relationships that decided are told.</summary>
    private const int MostEvidence = 10;

    /// <summary>So many places where one is printed are looked at.</summary>
    private const int MostCitations = 5;

    /// <summary>The citations, and the articles that they are in.</summary>
    public const int MostStatements = 2;

    public async Task<RelationAnswer> TellAsync(
        RelationClaim claim,
        RelationDecision decision,
        RelationFacts facts,
        CancellationToken cancellationToken
    )
    {
        var deciding = decision.Deciding.Take(MostEvidence).ToList();
        var shown = await EvidenceAsync([.. deciding, .. decision.Nearest], facts, cancellationToken).ConfigureAwait(false);
        var evidence = shown.Where(one => deciding.Exists(match => match.Relationship.Id == one.Relationship.Id)).ToList();
        var nearest = shown.Except(evidence).ToList();
        var (verdict, reason) = (decision.Verdict, decision.Reason);
        if (Verdicts.IsDecided(verdict) && !evidence.Exists(one => ClaimSources.IsVerified(one.Article, one.Citation)))
            (verdict, reason) = (Verdict.NotEnoughEvidence, ClaimReason.CitationUnverified);
        else if (verdict is Verdict.Supported && options.Article is { } own && evidence.TrueForAll(one => one.Article.Id == own))
            verdict = Verdict.AsPrinted;
        var answer = new RelationAnswer
        {
            Claim = claim,
            Verdict = verdict,
            Reason = reason,
            Rule = decision.Rule,
            Evidence = evidence,
            Nearest = nearest,
            Note = decision.Note,
            NoteEnglish = decision.NoteEnglish,
        };
        return RelationSentences.Told(answer, known.Coverage, facts);
    }

    private async Task<List<RelationEvidence>> EvidenceAsync(
        IReadOnlyList<MatchedRelation> matches,
        RelationFacts facts,
        CancellationToken cancellationToken
    )
    {
        if (matches.Count == 0)
            return [];
        string[] ids = [.. matches.Select(one => one.Relationship.Id).Distinct(StringComparer.Ordinal)];
        var citations = await snapshot.ListOfAsync(ids, new CitationQuery(), new(MostCitations), cancellationToken).ConfigureAwait(false);
        string[] printed = [.. citations.Values.SelectMany(page => page.Items).Select(one => one.Article).Distinct(StringComparer.Ordinal)];
        var articles = await snapshot.GetAsync(printed, cancellationToken).ConfigureAwait(false);
        List<RelationEvidence> evidence = [];
        foreach (var match in matches.DistinctBy(one => one.Relationship.Id))
        {
            var relationship = match.Relationship;
            if (facts.Entity(relationship.From) is not { } from || facts.Entity(relationship.To) is not { } to)
                continue;
            // Another article than the one that the claim is taken from comes first.
            var cited = citations[relationship.Id]
                .Items.Select(one => (Citation: one, Article: articles.GetValueOrDefault(one.Article) as Article))
                .Where(one => one.Article is { } article && (options.AsOf is not { } day || article.Date <= day))
                .OrderBy(one => one.Article!.Id == options.Article)
                .FirstOrDefault();
            if (cited.Article is { } article)
                evidence.Add(new(relationship, from, to, article, cited.Citation, match.Match));
        }
        return evidence;
    }
}
