using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// Follows which time governs the figures of a paragraph: the last one before a figure that is no base and no day of the report.
/// </summary>
internal struct PeriodWalk(LocalDate print)
{
    private TimeToken? _time;
    private string _words = "";
    private bool _isOfSentence;

    /// <summary>The time of the last figure that has happened, and whether a plan or forecast has taken the one that governs.</summary>
    private (TimeToken Time, string Words)? _happened;
    private bool _isMeant;

    /// <summary>去年同期 alone: a year before the time that governs.</summary>
    private int? _sameYear;

    /// <summary>截至…共: counted from a start that is not named.</summary>
    private bool _isCounted;

    /// <summary>The one period of the last paragraph that told what has happened, with which the next goes on.</summary>
    private ReadPeriod? _carried;

    /// <summary>The period of the first paragraph, or of a heading: that of every paragraph that says none and follows none.</summary>
    private ReadPeriod? _lead;

    private ReadPeriod? _told;
    private bool _isTold,
        _isMixed;

    /// <summary>3月、4月分别: the times of a list, and how many figures took theirs.</summary>
    private List<(TimeToken Time, string Words)> _listed = [];
    private int _taken;
    private bool _isDistributed;

    /// <summary>How many times the paragraph names, and the last that may stand over the text.</summary>
    private int _times;

    /// <summary>The year that the head of the text names.</summary>
    public int? HeadYear { get; private set; }

    public void StartParagraph()
    {
        (_time, _sameYear, _isCounted, _told, _isTold, _isMixed) = (null, null, false, null, false, false);
        (_listed, _taken, _isDistributed, _times) = ([], 0, false, 0);
        (_happened, _isMeant) = (null, false);
    }

    /// <summary>A figure of the paragraph that has happened.</summary>
    public void Tell(ReadPeriod? period)
    {
        if (period is null)
            return;
        _isMixed |= _isTold && (_told?.First != period?.First || _told?.Last != period?.Last);
        (_told, _isTold) = (period, true);
    }

    /// <summary>What a heading or a paragraph of several periods tells is not gone on with.</summary>
    public void EndParagraph(bool isBody)
    {
        if (!isBody && _lead is null && _times == 1 && _time is { Role: TimeRole.Period, Last: { } last } head && last <= print)
        {
            if (head.Precision is not PeriodPrecision.Day)
                _lead = new(_words, head.First, last, false);
            HeadYear = head is { IsStated: true, Precision: PeriodPrecision.Year } ? last.Year : HeadYear;
        }
        if (!_isTold || !isBody)
            return;
        _carried = _isMixed ? null : _told;
        _lead ??= _carried;
    }

    /// <summary>分别 behind a list of times: each figure takes its own.</summary>
    public void Distribute() => _isDistributed = _listed.Count > 1;

    /// <summary>Before a figure: the next time of the list governs it.</summary>
    public void Next()
    {
        if (_isDistributed && _taken < _listed.Count)
            (_time, _words) = _listed[_taken++];
    }

    public readonly bool IsCumulative => _isCounted || _time is { IsCumulative: true };

    /// <summary>共 or 累计 behind 截至N月底.</summary>
    public void Count() => _isCounted |= _time is { Role: TimeRole.AsOf };

    /// <summary>自2020年5月以来连续35个月: so many months or years from the start.</summary>
    public void Continue(int count, bool isYears)
    {
        if (_time is { Role: TimeRole.Since, First: { } first } since && count is > 0 and < 1200)
            _time = since with { Last = (isYears ? first.PlusYears(count) : first.PlusMonths(count)).PlusDays(-1) };
    }

    public void Take(Token token, string line)
    {
        var time = token.Time!;
        if (time.Role is TimeRole.Holiday && _isOfSentence && _time is { Precision: PeriodPrecision.Day or PeriodPrecision.Range })
            return;
        if (time.Role is TimeRole.SamePeriod)
        {
            // 同期 alone is the time before it.
            if (time.End - time.Start == 2)
                return;
            _sameYear = time.First?.Year ?? (_time?.First?.Year ?? print.Year) - 1;
            return;
        }
        if (time.Role is TimeRole.CurrentMonth)
            time = MonthOf(
                time,
                (_time?.Role is TimeRole.Period ? _time.Last : null) ?? new LocalDate(print.Year, print.Month, 1).PlusDays(-1)
            );
        (_sameYear, _isCounted, _isDistributed) = (null, false, false);
        if (_listed.Count == 0 || token.Start - _listed[^1].Time.End != 1 || line[token.Start - 1] is not ('、' or '和' or '与' or '及'))
            (_listed, _taken) = ([], 0);
        _listed.Add((time, line[token.Start..token.End]));
        _times++;
        (_time, _words, _isOfSentence, _isMeant) = (time, line[token.Start..token.End], true, false);
    }

    /// <summary>
    /// 去年同期 holds to the end of its sentence, and so does the 全年 of a forecast, which would be another year for what has happened.
    /// </summary>
    public void EndSentence()
    {
        (_sameYear, _isOfSentence) = (null, false);
        if (_isMeant && _time is { NextLast: { } next, Last: { } last } && next != last)
            (_time, _words) = _happened is var (time, words) ? (time, words) : (null, "");
        _isMeant = false;
    }

    private static TimeToken MonthOf(TimeToken time, LocalDate last)
    {
        var first = new LocalDate(last.Year, last.Month, 1);
        var end = first.PlusMonths(1).PlusDays(-1);
        return time with
        {
            Role = TimeRole.Period,
            Precision = PeriodPrecision.Month,
            First = first,
            Last = end,
            NextFirst = first,
            NextLast = end,
        };
    }

    /// <summary>The days of a figure; a reason where the words give days that cannot be meant.</summary>
    /// <param name="isOrdinal">首次 is dated only by a time of its own sentence.</param>
    public ReadPeriod? Of(ref ObservationStatus status, bool isBody, bool isOrdinal, out string? problem)
    {
        problem = null;
        if (isOrdinal && !_isOfSentence)
            return null;
        if (_time is not { } time)
            return isBody && status is ObservationStatus.Actual && (_carried ?? _lead) is { } carried
                ? carried with
                {
                    IsCarried = true,
                }
                : null;
        if (time.Role is TimeRole.Vague or TimeRole.Holiday)
            return null;
        var (first, last) = (time.First, time.Last);
        _isMeant |= status is not ObservationStatus.Actual;
        if (status is not ObservationStatus.Actual)
            return new(_words, time.NextFirst ?? first, time.NextLast ?? last, false);
        _happened = (time, _words);
        if (_sameYear is { } year && last is { } now)
            return new(_words, first?.PlusYears(year - now.Year), last?.PlusYears(year - now.Year), false);
        if (last is not { } end || end <= print)
            return new(_words, _isCounted ? null : first, last, false);
        if (first is null || first > print)
        {
            // What has not begun is meant, not told.
            if (first is null || first.Value.Year > print.Year)
            {
                status = ObservationStatus.Target;
                return new(_words, first, last, false);
            }
            problem = "ends after the day of print, and no word says that it is planned or expected";
            return null;
        }
        if (time.Precision is PeriodPrecision.Range && time.IsCumulative)
        {
            problem = "ends after the day of print, and no word says that it is planned or expected";
            return null;
        }
        return new(_words, first, print, false);
    }
}
