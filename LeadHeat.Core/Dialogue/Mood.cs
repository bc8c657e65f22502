using LeadHeat.Core.Understanding;

namespace LeadHeat.Core.Dialogue;

/// <summary>Tells annoyance from briskness: nobody is apologised to, or sent to a person, for a short question or for facts.</summary>
internal static class Mood
{
    private const double ClearComplaint = 0.6;

    /// <summary>Whether the message leaves no doubt: by words of complaint or loudness, or by its tone where it tells and asks nothing.</summary>
    public static bool IsAnnoyed(Understood message) => message.Frustration > 0
        && (message.Has(Cues.Complaint | Cues.LetDown) || message.IsLoud
            || (message is { Sentiment: Sentiment.Frustrated, Intent: Intent.Complaint or Intent.HumanRequest, Values.Count: 0 } && !message.Has(Cues.Visit | Cues.Price | Cues.Callback)));

    /// <summary>Whether more than its capitals is angry.</summary>
    public static bool IsAngry(Understood message) => message.Has(Cues.Complaint | Cues.LetDown) || message.Sentiment == Sentiment.Frustrated || message.Intent == Intent.Complaint || message.Text.Contains("!!", StringComparison.Ordinal) || message.Text.Contains("??", StringComparison.Ordinal);

    /// <summary>Whether it tells calmly of something that went wrong, and asks for nothing: that wants a word first. Values beside it have to be about us: "your van came late".</summary>
    public static bool Complains(Understood message) =>
        message is { Intent: Intent.Complaint, Intents: [{ Score: >= ClearComplaint }, ..], Sentiment: not (Sentiment.Positive or Sentiment.Excited) }
        && (message.Values.Count == 0 || message.Text.Contains("your", StringComparison.OrdinalIgnoreCase))
        && !message.Has(Cues.Visit | Cues.Price | Cues.Callback | Cues.Search);

    /// <summary>Whether it tells of what is their own and to be bettered by us: "our reps answer after two days" asks for no excuse.</summary>
    public static bool IsAboutTheirs(Draft draft) =>
        !draft.Message.Has(Cues.LetDown) && draft.Turn.Playbook.Service.Own.AreIn(draft.Message.Text) && !draft.Message.Text.Contains("you", StringComparison.OrdinalIgnoreCase);

    /// <summary>The conversation's frustration after a message, from 0 to 10. A tone alone neither raises nor lowers it.</summary>
    public static int After(Understood message, int before) =>
        message.Frustration > 0 && !IsAnnoyed(message) ? before : message.FrustrationAfter(before);
}
