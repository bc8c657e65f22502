namespace LeadHeat.Core.Understanding;

/// <summary>Knows times in which nothing is done: <c>nothing moves in August here</c>, <c>the office is shut in December</c>, <c>August is dead</c>.</summary>
internal static class TimeOff
{
    private static readonly PhraseTable<bool> Idle = new((true,
        "nothing|nobody|noone moves|happens|works|gets|goes|decides|buys|signs|answers|opens; no one|body works|decides|buys|signs|answers; nothing ever|much|really moves|happens|works; "
        + "office|company|shop|everything|everybody|everyone|place|firm|team is|are|will closed|shut|away|off|asleep|be; we|they|we're|we’re are|all closed|shut|away; we're|we’re closed|shut|away|off"));

    private static readonly PhraseTable<bool> Dead = new((true, "is|are dead|off|impossible|holiday|holidays|vacation; is|are a write|holiday|no; is|are out of the; no chance|way"));

    public static bool IsIt(Scan scan, int start, When when) => !scan.IsWord(when.Start, "after") && (Idle.IsIn(scan, start, when.Start) || Dead.At(scan, when.End) is not null);
}
