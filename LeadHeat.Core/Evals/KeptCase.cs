using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace LeadHeat.Core.Evals;

/// <summary>Keeps a correction as a case: a <paramref name="Field"/> that a person has put right, or a message of the bot that was wrong. One of the two.</summary>
/// <param name="MessageId">The bot's message.</param>
/// <param name="Found">What the bot had understood, as the page showed it; null when nothing.</param>
public sealed record KeepCase(
    [property: StringLength(50, MinimumLength = 1)] string? Field = null, Guid? MessageId = null, [property: StringLength(500)] string? Found = null);

/// <summary>A correction that was kept, with nobody's contact details in it.</summary>
/// <param name="LeadId">Null when the lead is gone.</param>
/// <param name="Title">What was wrong, in a salesperson's words.</param>
/// <param name="Author">Who kept it.</param>
/// <param name="Case">The case as a file of <c>evals/conversations/</c> has it.</param>
public sealed record KeptCase(Guid Id, Guid? LeadId, string Playbook, string Title, string Author, DateTimeOffset At, JsonElement Case);

/// <summary>What the page about the evals shows.</summary>
/// <param name="Report">The last run of <c>./eval.sh</c> here; null when there was none.</param>
/// <param name="Kept">Corrections, newest first, at most 500.</param>
public sealed record EvalOverview(EvalReport? Report, IReadOnlyList<KeptCase> Kept);
