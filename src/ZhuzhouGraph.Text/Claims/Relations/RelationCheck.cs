using NodaTime;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>Checks what the sentences of a text say of who did what, where and when.</summary>
internal sealed class RelationCheck(IGraphSnapshot snapshot, ClaimKnowledge known, ClaimOptions options, LocalDate print)
{
    /// <summary>More of a text are not checked.</summary>
    public const int MostClaims = 20;

    /// <summary>So many characters hold no more than one.</summary>
    private const int CharactersOfClaim = 12;

    /// <summary>The most statements that a text takes: the names, then of each claim what is printed near it and where.</summary>
    public const int MaxStatements = 1 + (MostClaims * (RelationFactReader.MostStatements + RelationTeller.MostStatements));

    public async Task<IReadOnlyList<RelationAnswer>> AnswerAsync(
        string text,
        IReadOnlyList<Claim> figures,
        Entity? asked,
        CancellationToken cancellationToken
    )
    {
        var units = RelationReader.Units(text, figures);
        if (units.Count == 0)
            return [];
        var names = await ClaimNames
            .FindAsync(snapshot, text, [.. units.Select(unit => unit.Span)], cancellationToken)
            .ConfigureAwait(false);
        var reader = new RelationReader(text, print, names, known.Things, known.City, asked);
        var facts = new RelationFactReader(snapshot, options.AsOf);
        var teller = new RelationTeller(snapshot, known, options);
        List<RelationAnswer> answers = [];
        foreach (var claim in units.SelectMany(reader.Read).Take(Math.Min(MostClaims, 1 + (text.Length / CharactersOfClaim))))
        {
            var near = await facts.ReadAsync(claim, cancellationToken).ConfigureAwait(false);
            var decision = new RelationDecider(claim, near).Decide();
            answers.Add(await teller.TellAsync(claim, decision, near, cancellationToken).ConfigureAwait(false));
        }
        return answers;
    }
}
