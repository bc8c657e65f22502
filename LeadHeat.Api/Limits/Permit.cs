namespace LeadHeat.Api.Limits;

/// <summary>One permit that a request needs.</summary>
/// <param name="Key">Whose requests are counted together, and under which policy.</param>
internal readonly record struct Permit(string Key, int Limit, TimeSpan Window);

/// <summary>What a request with its permits got: all of them or none.</summary>
/// <param name="Limit">Of the permit that is nearest its end, as are the others.</param>
/// <param name="Reset">Until one more is free.</param>
internal readonly record struct Verdict(bool Admitted, int Limit, int Remaining, TimeSpan Reset)
{
    /// <summary>The one that a caller has to heed of two that were given together.</summary>
    public static Verdict Tighter(Verdict one, Verdict other) =>
        (other.Remaining, -other.Reset.Ticks).CompareTo((one.Remaining, -one.Reset.Ticks)) < 0 ? other : one;
}
