namespace LeadHeat.Core.Understanding;

/// <summary>The words behind a time that bound it, in the tongues of those who write: <c>… at the latest</c>, <c>… ke baad</c>, <c>… ku munnadi</c>, <c>… onwards</c>.</summary>
internal static class TimeBounds
{
    private static readonly PhraseTable<KeyKind> Phrases = new(
        (KeyKind.In, "time; mein|me|main; hence; from now|today; away; down the line|road; bhar mein|me; ke|wale din|time|samay; ke mauke pe|par; ke aas paas; ke aas; ke aaspaas|around"),
        (KeyKind.By, "tak; max; maximum; tops; latest; at|or latest|sooner|earlier|less|most; at|or the latest|sooner|earlier|less|most; at|by the very|absolute latest|most"),
        (KeyKind.After, "onwards; onward; earliest; minimum; at|or earliest|soonest|later|more|least; at|or the earliest|soonest|later|more|least; at the very|absolute earliest|soonest|least"),
        // Hindi, Marathi, Gujarati
        (KeyKind.By, "ke end|ending tak; ke|se pehle|pahle|phle; ke andar; chya aadhi|adhi|agodar|aat; chi pehla; paryant; sudhi"),
        (KeyKind.After, "ke|se pehle|pahle nahi|nahin; ke baad|bad; baad; chya nantar; nantar; pachi; pachhi"),
        // Tamil, Malayalam
        (KeyKind.By, "ku|kku munnadi|munadi|munnaadi|munne; munnadi; kulla; kulle; kullae; nu|inu munpu|munbu|mumbu|munne; varaikkum; varaikum"),
        (KeyKind.After, "ku|kku apram|aprom|appuram|piragu|pinnadi; apram; nu|inu sesham|shesham|pinnale; sesham; kazhinju; kazhinjal; kazhinjittu"),
        // Kannada, Telugu
        (KeyKind.By, "ge|kke|ke munche|mundhe|olage; munche; olage; ki mundu|mundhu|mundey|lopu|lopala; lopu; lopala"),
        (KeyKind.After, "ge|kke|ke nantara; aada|aad|ada|mugida mele|nantara; nantara; ki tarvata|tarvatha|taruvata|tarwata; tarvata; tarvatha; taruvata"));

    /// <summary>What follows a time, and the token behind it; the kind is None when nothing does.</summary>
    public static (KeyKind Kind, int End) At(Scan scan, int end)
    {
        if (Phrases.At(scan, end) is not var (kind, after))
            return (KeyKind.None, end);
        // "a year from now at the soonest"
        return kind == KeyKind.In && Phrases.At(scan, scan.IsSign(after, ',') ? after + 1 : after) is { Meaning: KeyKind.By or KeyKind.After } bound ? bound : (kind, after);
    }

    private static readonly PhraseTable<bool> Over = new((true, "is|are over|done; is all over; gets|get over|done; ends; finishes; khatam; passes"));

    /// <summary>Whether the words behind a time say that it is over then: "once Ramadan is over".</summary>
    public static bool IsOver(Scan scan, int end) => Over.At(scan, end) is not null;
}
