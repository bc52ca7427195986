using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ZhuzhouGraph.Benchmarks.News;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>
/// A PostgreSQL of our own in a temporary folder, on a free port of loopback, filled with the news; it is stopped at the end. The server
/// refuses to run as root, so it is then the user <c>postgres</c> whose processes these are.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _programs;
    private readonly string _data;

    private PostgresCluster(string programs, string data, int port)
    {
        _programs = programs;
        _data = data;
        Uri = string.Create(CultureInfo.InvariantCulture, $"postgres://postgres@127.0.0.1:{port}/postgres");
    }

    public string Uri { get; }

    public string Version { get; private set; } = "";

    /// <summary>The process from which all others of the cluster descend.</summary>
    public int Id => int.Parse(File.ReadLines(Path.Combine(_data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public static async Task<PostgresCluster> StartAsync(string folder, NewsGenerator news, CancellationToken cancellationToken)
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .MaxBy(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
            : null;
        if (programs is null)
            throw new InvalidOperationException("There is no PostgreSQL; apt-get install -y postgresql.");
        Directory.CreateDirectory(folder);
        var port = FreePort();
        var cluster = new PostgresCluster(Path.Combine(programs, "bin"), Path.Combine(folder, "data"), port);
        if (Environment.IsPrivilegedProcess)
        {
            await Started.RunAsync(new("chown", ["postgres", folder]), cancellationToken);
            await Started.RunAsync(new("chmod", ["o+x", Path.GetDirectoryName(folder)!]), cancellationToken);
        }
        await cluster.RunAsync(
            "initdb",
            ["-D", cluster._data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
            cancellationToken
        );
        var settings = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
        string[] start = ["start", "-w", "-D", cluster._data, "-l", Path.Combine(folder, "log"), "-o", settings];
        await cluster.RunAsync("pg_ctl", start, cancellationToken);
        try
        {
            await NodeServer.CopyAsync("postgres.sql", folder, cancellationToken);
            await PostgresRows.WriteAsync(Path.Combine(folder, "rows.sql"), news, cancellationToken);
            await cluster.AskAsync(["-f", "postgres.sql"], folder, cancellationToken);
            cluster.Version = "PostgreSQL " + await cluster.AskAsync(["-At", "-c", "SHOW server_version"], folder, cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await RunAsync("pg_ctl", ["stop", "-m", "fast", "-w", "-D", _data], CancellationToken.None);

    private Task<string> AskAsync(IEnumerable<string> arguments, string folder, CancellationToken cancellationToken) =>
        Started.RunAsync(
            new(Path.Combine(_programs, "psql"), ["-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", Uri, .. arguments])
            {
                WorkingDirectory = folder,
            },
            cancellationToken
        );

    private Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        string[] command = [Path.Combine(_programs, program), .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = ["runuser", "-u", "postgres", "--", .. command];
        return Started.RunAsync(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/" }, cancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
