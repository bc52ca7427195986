namespace ZhuzhouGraph;

/// <summary>The words around a number that widen it.</summary>
public enum Hedge
{
    /// <summary>No hedge.</summary>
    None,

    /// <summary>约, 左右.</summary>
    About,

    /// <summary>近.</summary>
    Nearly,

    /// <summary>余, 多 after a number.</summary>
    AndSome,

    /// <summary>超, 逾, 突破, 超过.</summary>
    MoreThan,

    /// <summary>以上, 至少.</summary>
    AtLeast,

    /// <summary>不足.</summary>
    Under,

    /// <summary>以下, 至多.</summary>
    AtMost,

    /// <summary>a至b.</summary>
    Range,

    /// <summary>数十, 数百: a few times the number.</summary>
    Several,

    /// <summary>上百, 上千: of that order or more.</summary>
    OrderOf,

    /// <summary>十余, 十几.</summary>
    Teens,

    /// <summary>前列, 若干: no number at all.</summary>
    Vague,
}
