namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// Whether what is told has happened, is meant to happen or is expected: the last word of a sentence that says so decides.
/// </summary>
internal struct StatusWalk
{
    public ObservationStatus Status { get; private set; }

    /// <summary>The word was 将, which also only turns an object to the front: 将周期缩短了五个月.</summary>
    public bool IsWeak { get; private set; }

    /// <summary>What follows in the sentence is planned.</summary>
    public void Plan() => (Status, IsWeak) = (ObservationStatus.Target, false);

    public void Take(Token token, string plain)
    {
        if (token.Kind is TokenKind.Stop && plain[token.Start] != ';')
            (Status, IsWeak) = (ObservationStatus.Actual, false);
        if (token.Kind is not TokenKind.Cue)
            return;
        switch (token.Cue.Kind)
        {
            case CueKind.Plan:
                (Status, IsWeak) = (ObservationStatus.Target, token.End - token.Start == 1);
                break;
            case CueKind.Forecast:
                (Status, IsWeak) = (ObservationStatus.Forecast, false);
                break;
            case CueKind.Done:
                Status = ObservationStatus.Actual;
                break;
        }
    }
}
