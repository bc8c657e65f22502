using Microsoft.AspNetCore.Components;

namespace LeadHeat.Web.Inbox;

/// <summary>The reader has scrolled: other rows are in view (see Client/list.js).</summary>
public sealed class RowWindowEventArgs : EventArgs
{
    public int First { get; set; }
    public int Count { get; set; }
}

[EventHandler("onrowwindow", typeof(RowWindowEventArgs))]
public static class EventHandlers;
