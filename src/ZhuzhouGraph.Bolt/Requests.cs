using ZhuzhouGraph.Bolt.PackStream;

namespace ZhuzhouGraph.Bolt;

/// <summary>What requests are made of.</summary>
internal static class Requests
{
    private static readonly Dictionary<string, object?> None = [];

    public static void Empty(Packer packer, byte tag)
    {
        packer.BeginMessage(tag, 0);
        packer.EndMessage();
    }

    public static void Begin(Packer packer, BoltAccess access)
    {
        packer.BeginMessage(Request.Begin, 1);
        Extra(packer, access);
        packer.EndMessage();
    }

    public static void Pull(Packer packer, int count)
    {
        packer.BeginMessage(Request.Pull, 1);
        packer.Map(1);
        packer.Text("n");
        packer.Integer(count);
        packer.EndMessage();
    }

    public static void Route(Packer packer, BoltAddress address, BoltAccess access)
    {
        packer.BeginMessage(Request.Route, 3);
        packer.Map(1);
        packer.Text("address");
        packer.Text(address.Server.ToString());
        packer.Value(access.Bookmarks);
        packer.Value(access.Database is null ? None : new Dictionary<string, object?> { ["db"] = access.Database });
        packer.EndMessage();
    }

    /// <summary>How it is to be run; nothing within a transaction, which was told when it began.</summary>
    public static void Extra(Packer packer, BoltAccess? access)
    {
        var extra = None;
        if (access is not null)
        {
            extra = [];
            if (access.Database is not null)
                extra["db"] = access.Database;
            if (access.IsRead)
                extra["mode"] = "r";
            if (access.Bookmarks.Count > 0)
                extra["bookmarks"] = access.Bookmarks;
            // Of 0 the server would make no bound at all.
            if (access.Timeout is { } timeout)
                extra["tx_timeout"] = Math.Max(1, (long)timeout.TotalMilliseconds);
            if (access.Metadata is { Count: > 0 })
                extra["tx_metadata"] = access.Metadata;
        }
        packer.Value(extra);
    }
}
