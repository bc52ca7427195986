namespace ZhuzhouGraph.Text.Reading;

internal enum TokenKind
{
    Quantity,
    Time,
    Cue,

    /// <summary>，、 and their kind.</summary>
    Comma,

    /// <summary>、和与及: what stands on both sides is a list.</summary>
    And,

    /// <summary>。！？；: no word of one side speaks of the other.</summary>
    Stop,
}

/// <summary>A piece of a line that a rule looks at; what no rule looks at is no token.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    public ScannedQuantity? Quantity { get; init; }
    public TimeToken? Time { get; init; }
    public Cue Cue { get; init; }

    public bool Is(CueKind kind) => Kind is TokenKind.Cue && Cue.Kind == kind;
}
