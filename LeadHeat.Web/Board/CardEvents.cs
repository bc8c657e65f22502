using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Board;

/// <summary>A card was dropped with mouse or finger (see Client/board.js).</summary>
public sealed class CardMoveEventArgs : EventArgs
{
    public string Id { get; set; } = "";
    public string Status { get; set; } = "";
}

/// <summary>A key was pressed on a card.</summary>
public sealed class CardKeyEventArgs : EventArgs
{
    public string Id { get; set; } = "";
    public string Key { get; set; } = "";
}

[EventHandler("oncardmove", typeof(CardMoveEventArgs))]
[EventHandler("oncardkey", typeof(CardKeyEventArgs))]
public static class EventHandlers;
