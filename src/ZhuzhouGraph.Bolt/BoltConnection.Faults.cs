using System.Net.Sockets;
using System.Security.Authentication;

namespace ZhuzhouGraph.Bolt;

internal sealed partial class BoltConnection
{
    /// <summary>Closes the connection of a server that does not end what it is asked to end.</summary>
    private ITimer? _ending;

    private async ValueTask<Response> ReceiveMoreAsync()
    {
        try
        {
            while (true)
            {
                var free = _in.Free();
                _silence?.Change(_silenceAllowed, Timeout.InfiniteTimeSpan);
                var count = await _stream.ReadAsync(free);
                _silence?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                if (count == 0)
                    throw Break(BoltFault.Broken, "The server closed the connection.", null);
                _in.Arrived(count);
                if (_in.TryTake(out var message))
                    return Taken(message);
            }
        }
        catch (BoltProtocolException e)
        {
            throw Break(e);
        }
        catch (Exception e) when (IsOfConnection(e))
        {
            throw Break(BoltFault.Broken, "The connection broke before the answer was complete.", e);
        }
    }

    private Response Taken(ArraySegment<byte> message)
    {
        var response = Response.Of(message, _options.MaxDepth);
        if (response.Kind is not ResponseKind.Record)
            _owed -= Math.Min(_owed, 1);
        _isFailed |= response.Kind is ResponseKind.Failure;
        return response;
    }

    private async Task SendResetAsync()
    {
        _ending = _time.CreateTimer(
            _ => Break(BoltFault.Silent, $"The server did not end the statement within {_options.ResetTimeout.TotalSeconds} s.", null),
            null,
            _options.ResetTimeout,
            Timeout.InfiniteTimeSpan
        );
        await Task.Yield();
        try
        {
            await _sending.EnterAsync(CancellationToken.None);
            try
            {
                await _stream.WriteAsync(Reset);
            }
            finally
            {
                _sending.Leave();
            }
        }
        catch (Exception e) when (IsOfConnection(e))
        {
            Break(BoltFault.Broken, "The connection broke while a statement was to be ended.", e);
        }
    }

    /// <summary>Closes the connection, and says why: the first reason is the one that is told.</summary>
    private BoltConnectionException Break(BoltFault fault, string message, Exception? inner) =>
        Break(new BoltConnectionException(fault, message, inner));

    private BoltConnectionException Break(BoltConnectionException reason)
    {
        lock (_gate)
        {
            reason.WasSent = _wasSent;
            reason = _broken ??= reason;
        }
        _ending?.Dispose();
        _silence?.Dispose();
        _socket.Dispose();
        return reason;
    }

    private static bool IsOfConnection(Exception e) =>
        e is IOException or SocketException or ObjectDisposedException or AuthenticationException or NotSupportedException;
}
