using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LeadHeat.Core.Access;
using LeadHeat.Core.Conversations;
using LeadHeat.Core.Dialogue;
using LeadHeat.Core.Evals;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Inventory;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Playground;
using LeadHeat.Core.Records;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Turns;
using LeadHeat.Core.Usage;

namespace LeadHeat.Core.Wire;

/// <summary>The one source-generated JSON context: camelCase names, enums as words.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(RefreshSignIn))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(AddMember))]
[JsonSerializable(typeof(TeamMember))]
[JsonSerializable(typeof(StartSession))]
[JsonSerializable(typeof(SessionStarted))]
[JsonSerializable(typeof(SendTurn))]
[JsonSerializable(typeof(IReadOnlyList<MessageView>))]
[JsonSerializable(typeof(MessagePage))]
[JsonSerializable(typeof(LeadPage))]
[JsonSerializable(typeof(LeadDetail))]
[JsonSerializable(typeof(LeadCounts))]
[JsonSerializable(typeof(Pipeline))]
[JsonSerializable(typeof(PipelineColumn))]
[JsonSerializable(typeof(IReadOnlyList<TeamMember>))]
[JsonSerializable(typeof(AddTask))]
[JsonSerializable(typeof(ChangeTask))]
[JsonSerializable(typeof(ChangeLead))]
[JsonSerializable(typeof(QualifyByHand))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(ChangeHandling))]
[JsonSerializable(typeof(SetFact))]
[JsonSerializable(typeof(Unit))]
[JsonSerializable(typeof(UnitPage))]
[JsonSerializable(typeof(UnitQuery))]
[JsonSerializable(typeof(UnitImportResult))]
[JsonSerializable(typeof(UnitSearchRequest))]
[JsonSerializable(typeof(UnitHits))]
[JsonSerializable(typeof(KnowledgeAnswer))]
[JsonSerializable(typeof(KnowledgeDocument))]
[JsonSerializable(typeof(KnowledgeDocuments))]
[JsonSerializable(typeof(KnowledgeText))]
[JsonSerializable(typeof(LeadMemories))]
[JsonSerializable(typeof(IReadOnlyList<Citation>))]
[JsonSerializable(typeof(ClaimTurns))]
[JsonSerializable(typeof(ClaimedTurns))]
[JsonSerializable(typeof(TurnOutcome))]
[JsonSerializable(typeof(OutcomeReceived))]
[JsonSerializable(typeof(TurnFailed))]
[JsonSerializable(typeof(IReadOnlyList<DeadTurn>))]
[JsonSerializable(typeof(TurnEvent))]
[JsonSerializable(typeof(IReadOnlyList<TurnEvent>))]
[JsonSerializable(typeof(StepData))]
[JsonSerializable(typeof(DeltaData))]
[JsonSerializable(typeof(ScoreData))]
[JsonSerializable(typeof(HandoffData))]
[JsonSerializable(typeof(DoneData))]
[JsonSerializable(typeof(ErrorData))]
[JsonSerializable(typeof(LiveEvent))]
[JsonSerializable(typeof(IReadOnlyList<LiveEvent>))]
[JsonSerializable(typeof(IReadOnlyList<Fact>))]
[JsonSerializable(typeof(IReadOnlyList<LedgerLine>))]
[JsonSerializable(typeof(IReadOnlyList<ToolCall>))]
[JsonSerializable(typeof(IReadOnlyList<UnitMatch>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ConsentView>))]
[JsonSerializable(typeof(Qualification))]
[JsonSerializable(typeof(DialogueState))]
[JsonSerializable(typeof(RenewLease))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(LeadRow))]
[JsonSerializable(typeof(TaskView))]
[JsonSerializable(typeof(MessageView))]
[JsonSerializable(typeof(NormalizedBudget))]
[JsonSerializable(typeof(GeoMatch))]
[JsonSerializable(typeof(LeadScoreResult))]
[JsonSerializable(typeof(Fact))]
[JsonSerializable(typeof(TurnRecord))]
[JsonSerializable(typeof(TurnReport))]
[JsonSerializable(typeof(RerunTurn))]
[JsonSerializable(typeof(TurnRerun))]
[JsonSerializable(typeof(IReadOnlyList<RecordedTool>))]
[JsonSerializable(typeof(ModelUsage))]
[JsonSerializable(typeof(DaySpending))]
[JsonSerializable(typeof(UnderstandRequest))]
[JsonSerializable(typeof(IReadOnlyList<PlaygroundPlaybook>))]
[JsonSerializable(typeof(UnderstoodText))]
[JsonSerializable(typeof(EvalReport))]
[JsonSerializable(typeof(EvalOverview))]
[JsonSerializable(typeof(KeepCase))]
[JsonSerializable(typeof(KeptCase))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(UnderstoodTexts))]
[JsonSerializable(typeof(PlayConversation))]
[JsonSerializable(typeof(PlayedConversation))]
[JsonSerializable(typeof(SearchFinding))]
[JsonSerializable(typeof(KnowledgeFinding))]
public sealed partial class LeadHeatJson : JsonSerializerContext;
