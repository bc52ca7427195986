namespace ZhuzhouGraph;

/// <summary>The codes of <see cref="Problem"/>. A code never changes its meaning.</summary>
public static class ProblemCodes
{
    /// <summary>A file or folder is missing or cannot be read.</summary>
    public const string FileUnreadable = "FILE_UNREADABLE";

    /// <summary>A file is not YAML of the expected shape.</summary>
    public const string Syntax = "SYNTAX";

    /// <summary>A key that the format does not have.</summary>
    public const string UnknownKey = "UNKNOWN_KEY";

    /// <summary>A required key is missing.</summary>
    public const string Missing = "MISSING";

    /// <summary>A place that a draft left open and nobody has filled in.</summary>
    public const string TodoLeft = "TODO_LEFT";

    /// <summary>A value that is not among the allowed ones, or not of the allowed form.</summary>
    public const string InvalidValue = "INVALID_VALUE";

    /// <summary>An id that is malformed, or whose prefix is not its type's.</summary>
    public const string InvalidId = "INVALID_ID";

    /// <summary>An id or a name introduced twice.</summary>
    public const string Duplicate = "DUPLICATE";

    /// <summary>Statements that would become one relationship and say different things.</summary>
    public const string TwoFacts = "TWO_FACTS";

    /// <summary>Links that lead from a thing back to itself where a part cannot hold its whole.</summary>
    public const string Cycle = "CYCLE";

    /// <summary>A name that nothing has.</summary>
    public const string UnknownName = "UNKNOWN_NAME";

    /// <summary>A name that several things have.</summary>
    public const string AmbiguousName = "AMBIGUOUS_NAME";

    /// <summary>A relationship between types that it may not join.</summary>
    public const string EndNotAllowed = "END_NOT_ALLOWED";

    /// <summary>An address that is malformed, outside the article's lines, or not in the text.</summary>
    public const string InvalidAddress = "INVALID_ADDRESS";

    /// <summary>A figure, name or period that does not stand where it is cited.</summary>
    public const string NotPrinted = "NOT_PRINTED";

    /// <summary>A figure that stands in its sentence more than once, without <c>occurrence</c>.</summary>
    public const string AmbiguousFigure = "AMBIGUOUS_FIGURE";

    /// <summary>A quantity that its hedge, unit, measure or printed words contradict.</summary>
    public const string InvalidQuantity = "INVALID_QUANTITY";

    /// <summary>A figure that is recorded otherwise than its words or its sentence read.</summary>
    public const string ReadsOtherwise = "READS_OTHERWISE";

    /// <summary>A reason for a difference between a figure and its reading, where there is none.</summary>
    public const string NeedlessReason = "NEEDLESS_REASON";

    /// <summary>A unit whose dimension is not the indicator's, or not the measure's.</summary>
    public const string UnitMismatch = "UNIT_MISMATCH";

    /// <summary>A period that cannot be read, or that does not fit the article's date.</summary>
    public const string InvalidPeriod = "INVALID_PERIOD";

    /// <summary>A fact or a printed name without a citation.</summary>
    public const string NotCited = "NOT_CITED";

    /// <summary>An official without a public post, or a person with one.</summary>
    public const string OfficialPost = "OFFICIAL_POST";

    /// <summary>Lines that belong to no article or to several.</summary>
    public const string Lines = "LINES";

    /// <summary>A text that is not the one that its issue names.</summary>
    public const string TextMismatch = "TEXT_MISMATCH";

    /// <summary>A registry that has nothing of the one that it would replace.</summary>
    public const string OtherRegistry = "OTHER_REGISTRY";

    /// <summary>Words of ours that are a run of the newspaper's text.</summary>
    public const string Copied = "COPIED";

    /// <summary>A sentence or a numeral that nothing covers.</summary>
    public const string NotCovered = "NOT_COVERED";
}
