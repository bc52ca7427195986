namespace ZhuzhouGraph;

/// <summary>
/// Evidence of another kind than print: a public document that states background which the papers take for granted, such as that a
/// district lies in its city.
/// </summary>
/// <param name="Id"><c>reference:slug</c>, stable for ever.</param>
/// <param name="Title">The document's title.</param>
/// <param name="TitleEnglish">Our translation of it.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Year">The year of publication.</param>
/// <param name="Code">Its number, such as that of a standard; null where it has none.</param>
/// <param name="Entry">Where in it the fact stands, such as a code of its list; null where nobody says.</param>
public sealed record Reference(string Id, string Title, string TitleEnglish, string Publisher, int Year, string? Code, string? Entry);
