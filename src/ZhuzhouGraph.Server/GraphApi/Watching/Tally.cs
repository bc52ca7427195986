using System.Net;
using GraphQL;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Watching;

/// <summary>How many of something are open at once, in all and of each client.</summary>
/// <param name="all">The limit on all of them, a property of <see cref="RequestLimits"/>.</param>
/// <param name="ofClient">The limit on those of one client.</param>
internal sealed class Tally(string all, int allowed, string ofClient, int allowedOfClient)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _clients = [];
    private int _count;

    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    /// <summary>Counts one more until <see cref="Leave"/>, or says why there is no room for it.</summary>
    /// <param name="client">Null for whom nobody counts.</param>
    public ExecutionError? Enter(IPAddress? client)
    {
        lock (_gate)
        {
            if (_count >= allowed)
                return DocumentCheck.Exceeded(all, allowed, where: "this server. Try again");
            var of = client is null ? 0 : _clients.GetValueOrDefault(client);
            if (client is not null && of >= allowedOfClient)
                return DocumentCheck.Exceeded(ofClient, allowedOfClient, where: "your address");
            _count++;
            if (client is not null)
                _clients[client] = of + 1;
            return null;
        }
    }

    public void Leave(IPAddress? client)
    {
        lock (_gate)
        {
            _count--;
            if (client is null)
                return;
            if (_clients[client] == 1)
                _clients.Remove(client);
            else
                _clients[client]--;
        }
    }
}
