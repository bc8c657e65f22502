using LeadHeat.Core.Knowledge;

namespace LeadHeat.Core.Retrieval;

/// <summary>
/// Makes one score of two: a convex combination of how much of the most that its words could bring a row has, and of its cosine. Reciprocal rank
/// fusion, which does not see by how much one row is better than the next, answers fewer of the evals' questions: <c>./eval.sh</c> prints both.
/// </summary>
internal static class Fusion
{
    /// <summary>The share of the words.</summary>
    public const float Words = 0.2f;

    // What near words, the middles of all words and the cosine count beside one another; found on questions, tried on questions to documents of other trades.
    private const float NearWords = 0.46f;
    private const float Middles = 0.28f;
    private const float Cosine = 0.26f;

    /// <summary>By the words near in meaning, too.</summary>
    public static float Score((float Words, float Middle) kinship, float cosine) =>
        (NearWords * kinship.Words) + (Middles * kinship.Middle) + (Cosine * Math.Max(0, cosine));

    public static float Score(float words, float cosine, SearchMode mode) => mode switch
    {
        SearchMode.Lexical => words,
        SearchMode.Vector => cosine,
        _ => (Words * words) + ((1 - Words) * Math.Max(0, cosine)),
    };
}
