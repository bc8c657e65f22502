using System.Collections.Frozen;
using System.Text;
using LeadHeat.Core.Playbooks;

namespace LeadHeat.Core.Privacy;

/// <summary>What somebody wants who writes nothing but such a word.</summary>
public enum StopWish { None, Stop, Start }

/// <summary>Words by which people leave and come back, as the rules of messaging services have them. They count only alone: "stop by tomorrow" is talk.</summary>
public static class StopWords
{
    private const int Longest = 60;

    private static readonly FrozenSet<string> s_stop = Set(
        "stop", "stop all", "stopall", "unsubscribe", "unsubscribe me", "opt out", "optout", "stop messages", "stop messaging", "stop messaging me",
        "stop sending messages", "stop promotions", "remove me", "do not message me", "dont message me", "don't message me",
        "baja", "parar", "pare", "cancelar suscripcion", "cancelar suscripción", "sair", "arret", "arrêt", "stopp",
        "रोको", "रोकें", "बंद करो", "बंद करें", "band karo", "message mat karo", "توقف", "قف", "إيقاف", "ايقاف", "إلغاء الاشتراك", "الغاء الاشتراك");

    private static readonly FrozenSet<string> s_start = Set(
        "start", "unstop", "subscribe", "opt in", "optin", "resume messages", "alta", "iniciar", "शुरू", "शुरू करें", "शुरू करो", "shuru karo", "اشتراك", "ابدأ", "ابدا");

    /// <summary>Reads a whole message; punctuation, case and "please" do not count.</summary>
    public static StopWish Read(string text)
    {
        if (text.Length > Longest)
            return StopWish.None;
        var words = Tidy(text);
        return s_stop.Contains(words) ? StopWish.Stop : s_start.Contains(words) ? StopWish.Start : StopWish.None;
    }

    /// <summary>Whether a message asks in a sentence to be left alone: <c>stop messaging me</c>, <c>don't contact me again</c>; not <c>don't contact me before six</c>.</summary>
    public static bool AskedIn(string text) =>
        text.Length <= LongestSentence && !Otherwise.AreIn(text) && (Sentences.AreIn(text) || text.Length <= Longest && Short.AreIn(text));

    private const int LongestSentence = 300;

    private static readonly Phrases Sentences = new(
    [
        "stop messaging|texting|spamming|contacting|emailing|mailing|whatsapping|pinging me|us", "stop writing to me|us", "stop sending me|us messages|texts|mails|emails|sms|promotions|spam", "dont|never message|text|contact|email|mail|write|whatsapp|ping me|us again|anymore|ever|any",
        "do not message|text|contact|email|mail|write|whatsapp|ping me|us again|anymore|ever|any", "unsubscribe me", "opt me out", "message|messages mat karo|bhejo", "i want|wish to unsubscribe|opt", "please|pls|kindly unsubscribe",
    ]);

    // Only where little else is said.
    private static readonly Phrases Short = new(
    [
        "dont|never message|text|contact|whatsapp|ping me|us", "do not message|text|contact|whatsapp|ping me|us", "no more messages|texts|mails|emails|sms|promotions", "leave me alone",
    ]);

    // Another time, place or manner is no end; who tells what we fail to do complains.
    private static readonly Phrases Otherwise = new(
    [
        "me|us|again evenings|mornings|nights|weekends|weekdays|sundays|saturdays|fridays|mondays|early|late|on|at|by|via|before|after|till|until|during|over|through|about|unless|if|in|yet|now|today|tonight|tomorrow|only|directly|with|because|between|for|when|while", "you|u|they|he|she|agents|people|team|nobody|why dont|never|do", "stop sending me|us messages|texts|mails|emails about|in|at|after|before|on|with",
        "if|unless|until|when you|u|i|we|nothing|there", "me|us call|email|mail|ring|phone|whatsapp|text", "but|instead|rather call|email|mail|whatsapp|text|message|ring",
    ]);

    private static FrozenSet<string> Set(params string[] words) => words.Select(Tidy).ToFrozenSet(StringComparer.Ordinal);

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var sign in text.ToLowerInvariant())
            tidy.Append(char.IsPunctuation(sign) && sign is not '\'' and not '’' || char.IsSymbol(sign) ? ' ' : sign is '’' ? '\'' : sign);
        var words = tidy.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => word is not ("please" or "pls" or "plz")));
    }
}
