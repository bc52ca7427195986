using System.Globalization;

namespace ZhuzhouGraph.Seeds;

/// <summary>Binds the registry's links, each with the document that states it.</summary>
internal sealed class SeedBackgroundBinder(NameIndex names, List<Problem> problems, List<Consequence> consequences, HashSet<string> touched)
{
    /// <summary>The file of names that was not read: unknown names are its fault. Null where all were.</summary>
    public Location? UnreadNames { get; init; }

    /// <summary>Where something of the names could not be read: see <see cref="SeedSource.FaultOfNames"/>.</summary>
    public Location? FaultOfNames { get; init; }

    private SeedLinkBinder Binder =>
        field ??= new(names, null, problems, consequences, touched) { UnreadNames = UnreadNames, FaultOfNames = FaultOfNames };

    public IReadOnlyList<(Relationship, Location)> Bind(SeedBackground background)
    {
        var documents = background
            .References.Where(r => r.Id is not null)
            .GroupBy(r => r.Id!.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return
        [
            .. background
                .Links.Where(link => link.Verbs.Count == 1 && link.Per is not null)
                .SelectMany(link => Bind(link, documents).Select(relationship => (relationship, link.Location))),
        ];
    }

    private IEnumerable<Relationship> Bind(SeedLink link, Dictionary<string, SeedReference> documents)
    {
        if (!documents.TryGetValue(link.Per!.Value, out var document))
        {
            var near = Nearest.To(link.Per.Value, documents.Keys) is { } id ? $"; did you mean '{id}'?" : "";
            problems.Add(
                new(
                    ProblemCodes.UnknownName,
                    link.Per.Location,
                    $"Found '{link.Per.Value}', which is no document of 'references'; there are: {string.Join(", ", documents.Keys)}{near}"
                )
            );
            return [];
        }
        if (Bind(document, link.Entry) is not { } reference)
            return [];
        var (type, to) = link.Verbs[0];
        return Binder.Bind(link, type, to, new(null, StatementStatus.Reference, null, [reference]), null);
    }

    /// <summary>Null where the document lacks something, which other rules report.</summary>
    private static Reference? Bind(SeedReference document, SeedText? entry) =>
        document is { Id: { } id, Title: { } title, English: { } english, Publisher: { } publisher, Year: { } year }
        && int.TryParse(year.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(id.Value, title.Value, english.Value, publisher.Value, number, document.Code?.Value, entry?.Value)
            : null;
}
