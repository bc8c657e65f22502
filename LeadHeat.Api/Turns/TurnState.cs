namespace LeadHeat.Api.Turns;

/// <summary>What becomes of a turn; its words are in the database.</summary>
internal enum TurnState { Queued, Running, Done, Silent, Dead }
