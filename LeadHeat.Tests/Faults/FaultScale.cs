namespace LeadHeat.Tests.Faults;

/// <summary>How much is broken: a short form with every test run, the whole with <c>./test.sh --faults</c>.</summary>
internal static class FaultScale
{
    public static readonly bool IsWhole = Environment.GetEnvironmentVariable("LEADHEAT_FAULTS") == "whole";

    public static int Of(int inShort, int whole) => IsWhole ? whole : inShort;

    public static TimeSpan Seconds(int inShort, int whole) => TimeSpan.FromSeconds(Of(inShort, whole));

    /// <summary>Until all that was accepted is answered again.</summary>
    public static TimeSpan Limit => TimeSpan.FromMinutes(Of(3, 30));
}
