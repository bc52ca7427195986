using ZhuzhouGraph.Queries;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// What the arguments of one request name, by id or by exact name. Their first reading notes it, one statement looks all of it up, and the
/// second reading gets present ids for it and tells what is wrong. Only what nothing is called costs more: the nearest are looked for.
/// </summary>
internal sealed class NamedNodes
{
    /// <summary>For how many of those that nothing is called the nearest are looked for; no more errors are told.</summary>
    public const int MostUnknown = 5;

    private readonly Dictionary<string, NodeTypes> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Candidate>> _nearest = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, IReadOnlyList<IGraphNode>>? _found;

    /// <summary>How often something was noted, which may be the same.</summary>
    public int Noted { get; private set; }

    /// <summary>How many ids and names were noted, each once.</summary>
    public int Count => _asked.Count;

    public bool IsFound => _found is not null;

    /// <param name="allowed">Of what types the nearest are looked for.</param>
    public void Note(string idOrName, NodeTypes allowed)
    {
        Noted++;
        _asked[idOrName] = _asked.TryGetValue(idOrName, out var before) ? before.Or(allowed) : allowed;
    }

    /// <summary>Looks up all that was noted.</summary>
    public async Task FindAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var found = await snapshot.ResolveAsync(_asked.Keys, cancellationToken);
        var unknown = _asked.Where(asked => !found.ContainsKey(asked.Key)).Take(MostUnknown).ToDictionary(StringComparer.Ordinal);
        if (unknown.Count > 0)
            await FindNearestAsync(snapshot, unknown, cancellationToken);
        _found = found;
    }

    /// <summary>One statement for all names, those of the things that have the nearest, and some for each id.</summary>
    private async Task FindNearestAsync(IGraphSnapshot snapshot, Dictionary<string, NodeTypes> unknown, CancellationToken cancellationToken)
    {
        var names = NodeId.NamesAmong(unknown.Keys);
        if (names.Count > 0)
        {
            var types = names.SelectMany(name => unknown[name].Names).Distinct(StringComparer.Ordinal);
            var scope = new NameScope { Types = [.. types.Where(type => type != NodeTypes.Article)] };
            var found = await snapshot.NearestAsync(names, scope, cancellationToken);
            string[] ids = [.. found.Values.SelectMany(near => near).Select(near => near.Id).Distinct(StringComparer.Ordinal)];
            // Whoever slips in one name may know the thing by another.
            var things = ids.Length == 0 ? null : await snapshot.GetAsync(ids, cancellationToken);
            foreach (var (name, near) in found)
                _nearest[name] = [.. near.Select(n => Near(n, things![n.Id]))];
        }
        foreach (var id in unknown.Keys.Except(names))
            _nearest[id] = await NearestIds.FindAsync(snapshot, id, unknown[id].Names, cancellationToken);
    }

    /// <summary>
    /// The present id of what is named; null, and a problem reported, where that is nothing, several things or something of a type that
    /// does not fit. What stands there itself, before it was looked up. Of several with one name the only one of a type that fits is meant.
    /// </summary>
    /// <param name="report">Takes the code, the message after the argument's name, and the candidates.</param>
    public string? Id(string idOrName, string verb, NodeTypes allowed, Action<string, string, IReadOnlyList<Candidate>> report)
    {
        if (_found is null)
        {
            Note(idOrName, allowed);
            return idOrName;
        }
        var fitting = Fitting(_found, idOrName, verb, allowed, report);
        if (fitting is [var only])
            return only.Id;
        if (fitting.Length > 1)
        {
            var candidates = CandidatesOf(fitting);
            report(
                GraphErrors.AmbiguousName,
                $"{Given(verb, idOrName)}, which several are named: {string.Join(", ", candidates)}. Ask by id.",
                candidates
            );
        }
        return null;
    }

    /// <summary>Reports a problem where nothing of those types has the name; several may.</summary>
    public void Require(string name, string verb, NodeTypes allowed, Action<string, string, IReadOnlyList<Candidate>> report)
    {
        if (_found is null)
            Note(name, allowed);
        else
            Fitting(_found, name, verb, allowed, report);
    }

    /// <summary>What fits of all that is called so; where nothing does, why is reported.</summary>
    private IGraphNode[] Fitting(
        IReadOnlyDictionary<string, IReadOnlyList<IGraphNode>> all,
        string idOrName,
        string verb,
        NodeTypes allowed,
        Action<string, string, IReadOnlyList<Candidate>> report
    )
    {
        var found = all.GetValueOrDefault(idOrName) ?? [];
        IGraphNode[] fitting = [.. found.Where(allowed.Admits)];
        if (found.Count == 0)
        {
            var (message, nearest) = Unknown(idOrName, allowed);
            report(GraphErrors.UnknownName, $"{Given(verb, idOrName)}. {message}", nearest);
        }
        else if (fitting.Length == 0)
            report(
                GraphErrors.InvalidArgument,
                $"{Given(verb, idOrName)}, which is of type {string.Join(", ", found.Select(node => node.TypeName).Distinct())}; "
                    + $"allowed: {allowed}.",
                []
            );
        return fitting;
    }

    private static string Given(string verb, string idOrName) => $"{verb} '{ArgumentReader.Shorten(idOrName)}'";

    /// <summary>The one that has the name, or is it by id.</summary>
    /// <param name="problem">Why there is none.</param>
    public Entity? Entity(string name, out Problem? problem)
    {
        Problem? found = null;
        var id = Id(name, "is", NodeTypes.Entities, (code, message, candidates) =>
            found = new Problem(code, new Location(Field: "name"), $"'name' {message}") { Candidates = candidates }
        );
        problem = found;
        return id is null ? null : _found![name].OfType<Entity>().First(entity => entity.Id == id);
    }

    /// <summary>What is told of a name or an id that nothing has.</summary>
    public static string Unknown(string idOrName, IReadOnlyList<Candidate> nearest)
    {
        var near = nearest.Count == 0 ? "" : $"; the nearest: {string.Join(", ", nearest)}";
        return NodeId.KindOf(idOrName) is null
            ? $"Nothing is named so{near}. Any of its names will do, written out, and 'search' finds parts of names."
            : $"Nothing has this id{near}.";
    }

    private (string Message, IReadOnlyList<Candidate> Nearest) Unknown(string idOrName, NodeTypes allowed)
    {
        List<Candidate> nearest = [.. _nearest.GetValueOrDefault(idOrName, []).Where(c => allowed.Names.Contains(c.Type))];
        return (Unknown(idOrName, nearest), nearest);
    }

    private static Candidate Near(NearName near, IGraphNode thing) =>
        new(near.Id, near.Type.Name, near.Text) { Primary = ((Entity)thing).Name };

    private static List<Candidate> CandidatesOf(IEnumerable<IGraphNode> nodes) =>
        [.. nodes.OfType<Entity>().Select(entity => new Candidate(entity.Id, entity.Type.Name, entity.Name))];
}
