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

    /// <summary>占计划的98%, 完成目标: what has been planned is the measure of what has happened.</summary>
    private static bool IsNoun(Token token, string plain)
    {
        var isWord = plain.AsSpan(token.Start, token.End - token.Start) is "计划" or "目标";
        var before = token.Start == 0 ? ' ' : plain[token.Start - 1];
        return isWord && (QuantityScanner.CharAt(plain, token.End) == '的' || before is '占' or '成' or '比' or '较' or '超');
    }

    public void Take(Token token, string plain)
    {
        if (token.Kind is TokenKind.Stop && plain[token.Start] != ';')
            (Status, IsWeak) = (ObservationStatus.Actual, false);
        if (token.Kind is not TokenKind.Cue)
            return;
        switch (token.Cue.Kind)
        {
            case CueKind.Plan when IsNoun(token, plain):
                break;
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
