using CsCheck;

namespace ZhuzhouGraph.Testing;

/// <summary>How many random cases a test tries.</summary>
public static class Cases
{
    /// <summary>So many, unless CsCheck_Iter says otherwise.</summary>
    public static int Of(int usual) => Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? usual : (int)Check.Iter;
}
