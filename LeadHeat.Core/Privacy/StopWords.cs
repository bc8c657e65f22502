using System.Collections.Frozen;
using System.Text;

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
