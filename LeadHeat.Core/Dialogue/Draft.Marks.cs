using System.Globalization;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Dialogue;

/// <summary>What the reply leaves marked in the conversation: what was offered, asked for, promised and arranged.</summary>
internal sealed partial class Draft
{
    private const string DayMark = "day:";
    private const string CallMark = "call_day:";
    private const string OpenMark = "open:";
    private const string TaskMark = "task:";
    private const string PromiseMark = "promised:";

    private readonly List<string> _fired = [.. turn.Dialogue.Fired];
    private readonly List<string> _promises = [];
    private IReadOnlyDictionary<string, int>? _requests = turn.Dialogue.Requests;

    public int LostCount => _fired.Count(mark => mark == StateUpdate.Lost);

    public bool HasFired(string mark) => _fired.Contains(mark);

    public void Fire(string mark)
    {
        if (mark == StateUpdate.Lost || !_fired.Contains(mark))
            _fired.Add(mark);
    }

    /// <summary>The day that was named for the visit, with a space before it, or nothing.</summary>
    public string AgreedDay
    {
        get => Marked(DayMark);
        set => Remark(DayMark, value);
    }

    /// <summary>The same for the call.</summary>
    public string CallDay
    {
        get => Marked(CallMark);
        set => Remark(CallMark, value);
    }

    /// <summary>The visits to homes that are arranged.</summary>
    public IReadOnlyList<Booking> Bookings => Booking.In(_fired);

    /// <summary>Keeps these visits, and no other.</summary>
    public void Book(IReadOnlyList<Booking> visits)
    {
        _fired.RemoveAll(Booking.IsOne);
        _fired.AddRange(visits.Select(visit => visit.Mark));
    }

    /// <summary>No visit is arranged any more.</summary>
    public void EndVisit()
    {
        _fired.RemoveAll(mark => mark is StateUpdate.Visit or StateUpdate.AskedDay || Booking.IsOne(mark)
            || mark.StartsWith(DayMark, StringComparison.Ordinal) || mark.StartsWith(PromiseMark + StateUpdate.Visit, StringComparison.Ordinal));
    }

    public void Unfire(string mark) => _fired.RemoveAll(fired => fired == mark);

    /// <summary>Whether the reply arranges what the next step names, so that the team has it to do.</summary>
    public bool Promised { get; private set; }

    /// <summary>What else the reply promises that the team will do.</summary>
    public IReadOnlyList<string> Promises => _promises;

    public void Promise(string task)
    {
        if (IsNews(TaskMark + StableHash.Of(task).ToString("x8", CultureInfo.InvariantCulture)))
            _promises.Add(task);
    }

    /// <summary>Promises what the next step names; said again, it is the same promise.</summary>
    /// <param name="what">The request with what would make it another one: its day, its address.</param>
    public void PromiseNextStep(string what) => Promised = IsNews(PromiseMark + what);

    private bool IsNews(string mark)
    {
        if (HasFired(mark))
            return false;
        Fire(mark);
        return true;
    }

    /// <summary>Counts that the visitor asked for something.</summary>
    public void Request(string what) => _requests = StateUpdate.Counted(_requests, what);

    /// <summary>Notes that something waits for what the visitor has not told yet.</summary>
    public void Open(string what) => Fire(OpenMark + what);

    public bool IsOpen(string what) => HasFired(OpenMark + what);

    public void Close(string what) => Unfire(OpenMark + what);

    private string Marked(string mark) => _fired.Find(fired => fired.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..] ?? "";

    private void Remark(string mark, string value)
    {
        if (value.Length == 0)
            return;
        _fired.RemoveAll(fired => fired.StartsWith(mark, StringComparison.Ordinal));
        _fired.Add(mark + value);
    }
}
