namespace ZhuzhouGraph.Server.Questions;

/// <summary>For whom a question is stored. A file names one in lower case.</summary>
public enum Audience
{
    /// <summary>A policy analyst, who asks who is connected with whom.</summary>
    Analyst,

    /// <summary>The builder of a dashboard, who asks for indicators and their figures.</summary>
    Dashboard,

    /// <summary>A journalist, who asks whether it is so, and who says it.</summary>
    Journalist,
}
