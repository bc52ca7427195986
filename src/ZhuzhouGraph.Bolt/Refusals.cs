namespace ZhuzhouGraph.Bolt;

/// <summary>
/// Opens connections, and keeps away from servers that refused the user: one that is asked with a wrong password again and again locks the
/// account, for its owner, too. Until the pause is over, whoever asks is told of the refusal. Other credentials are tried at once.
/// </summary>
internal sealed class Refusals(BoltOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private BoltCredentials? _refused;
    private BoltServerException? _refusal;
    private TimeSpan _pause;
    private long _since;

    public async Task<BoltConnection> OpenAsync(BoltServer server, CancellationToken cancellationToken)
    {
        var credentials = await options.Credentials(cancellationToken);
        lock (_lock)
        {
            if (_refusal is not null && _refused == credentials && time.GetElapsedTime(_since) < _pause)
                throw new BoltServerException(_refusal.Code, _refusal.Reason);
        }
        try
        {
            var connection = await BoltConnection.OpenAsync(server, options, credentials, time, cancellationToken);
            lock (_lock)
                _refusal = null;
            return connection;
        }
        catch (BoltServerException e) when (e.Failure is BoltFailure.Authentication or BoltFailure.AuthenticationRateLimit)
        {
            lock (_lock)
            {
                // Those that were under way at the same time count once.
                var isNew = _refusal is null || _refused != credentials;
                if (isNew || time.GetElapsedTime(_since) >= _pause)
                {
                    _pause = isNew ? options.RefusedPause : TimeSpan.FromTicks(Math.Min(2 * _pause.Ticks, options.MaxRefusedPause.Ticks));
                    _since = time.GetTimestamp();
                }
                (_refused, _refusal) = (credentials, e);
            }
            throw;
        }
    }
}
