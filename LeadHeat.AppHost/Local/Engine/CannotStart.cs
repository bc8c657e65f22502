namespace LeadHeat.AppHost.Local.Engine;

/// <summary>Says to the person at the terminal why the app does not start, and if possible what to do.</summary>
internal sealed class CannotStart(string message) : Exception(message);
