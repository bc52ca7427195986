namespace ZhuzhouGraph.Bolt;

/// <summary>Which servers do what for one database, as one of them told.</summary>
/// <param name="Lifetime">After which it is to be asked for again.</param>
public sealed record BoltRoutes(
    IReadOnlyList<BoltServer> Routers,
    IReadOnlyList<BoltServer> Readers,
    IReadOnlyList<BoltServer> Writers,
    TimeSpan Lifetime
)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    internal static BoltRoutes Of(BoltMap metadata)
    {
        if (!metadata.TryFind("rt", out var found) || found.Kind is not BoltKind.Map)
            throw new BoltProtocolException("no routing table where it was asked for one");
        var table = found.AsMap();
        var byRole = new Dictionary<string, List<BoltServer>>(StringComparer.Ordinal);
        if (table.TryFind("servers", out var servers) && servers.Kind is BoltKind.List)
        {
            foreach (var entry in servers.AsList())
            {
                if (entry.Kind is not BoltKind.Map || entry.AsMap().Text("role") is not { } role)
                    continue;
                var addresses = byRole.TryGetValue(role, out var known) ? known : byRole[role] = [];
                if (!entry.AsMap().TryFind("addresses", out var list) || list.Kind is not BoltKind.List)
                    continue;
                foreach (var address in list.AsList())
                {
                    if (address.Kind is BoltKind.String && BoltServer.Parse(address.AsString()) is { } server)
                        addresses.Add(server);
                }
            }
        }
        var seconds = Math.Clamp(table.Number("ttl") ?? 0, 1, (long)Longest.TotalSeconds);
        return new(InRole("ROUTE"), InRole("READ"), InRole("WRITE"), TimeSpan.FromSeconds(seconds));

        IReadOnlyList<BoltServer> InRole(string role) => byRole.GetValueOrDefault(role) ?? [];
    }
}

/// <summary>Chooses the server for a statement: the only one, or one that its cluster names, each in its turn.</summary>
internal sealed class Router(BoltOptions options, Func<BoltServer, BoltAccess, CancellationToken, Task<BoltRoutes>> ask, TimeProvider time)
{
    private readonly FairGate _asking = new(1);
    private readonly Dictionary<string, (BoltRoutes Routes, long Since)> _known = new(StringComparer.Ordinal);
    private uint _turn;

    public async ValueTask<BoltServer> ServerForAsync(BoltAccess access, CancellationToken cancellationToken)
    {
        if (!options.Address.IsRouted)
            return options.Address.Server;
        var routes = await RoutesAsync(access, cancellationToken);
        var servers = access.IsRead ? routes.Readers : routes.Writers;
        if (servers.Count > 0)
            return servers[(int)(Interlocked.Increment(ref _turn) % (uint)servers.Count)];
        // The cluster is about to choose who writes.
        Forget(access.Database);
        throw new BoltServerException("Neo.ClientError.Cluster.NotALeader", "No server of the cluster does this now.");
    }

    /// <summary>Whoever was refused because of what the table says asks for a new one.</summary>
    public void Forget(string? database)
    {
        lock (_known)
            _known.Remove(database ?? "");
    }

    private async ValueTask<BoltRoutes> RoutesAsync(BoltAccess access, CancellationToken cancellationToken)
    {
        if (Known(access.Database) is { } known)
            return known;
        await _asking.EnterAsync(cancellationToken);
        try
        {
            if (Known(access.Database) is { } meanwhile)
                return meanwhile;
            var routes = await ask(options.Address.Server, access, cancellationToken);
            lock (_known)
                _known[access.Database ?? ""] = (routes, time.GetTimestamp());
            return routes;
        }
        finally
        {
            _asking.Leave();
        }
    }

    private BoltRoutes? Known(string? database)
    {
        lock (_known)
            return _known.TryGetValue(database ?? "", out var known) && time.GetElapsedTime(known.Since) < known.Routes.Lifetime
                ? known.Routes
                : null;
    }
}
