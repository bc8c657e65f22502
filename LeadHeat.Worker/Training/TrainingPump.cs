using System.Net;
using LeadHeat.Core.HeatModels;
using LeadHeat.Core.Wire;
using LeadHeat.Worker.Jobs;
using LeadHeat.Worker.Training.XgBoost;

namespace LeadHeat.Worker.Training;

/// <summary>
/// Trains models that the Api has to train, one at a time. The Api's row is the truth; Redis only says when to look, and without it this looks
/// every few seconds.
/// </summary>
internal sealed partial class TrainingPump(LeadHeatClient api, RedisServer redis, WorkerName worker, TimeProvider clock, ILogger<TrainingPump> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _wake = new(0);
    private bool _listening;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await ListenAsync(stoppingToken);
                while (await TrainNextAsync(stoppingToken))
                {
                }

                await _wake.WaitAsync(LookEvery, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the lease runs out and another worker trains.
        }
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_listening)
                await redis.SubscribeAsync(TrainingJob.Wake, () => _wake.Release(), cancellationToken);
            _listening = true;
        }
        catch (JobsAwayException)
        {
            // The job pump says so.
        }
    }

    /// <summary>False when there is nothing to train, or the Api is away.</summary>
    private async Task<bool> TrainNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await api.ClaimTrainingAsync(new(worker.Value), cancellationToken) is not { } job)
                return false;
            await TrainAsync(job, cancellationToken);
            return true;
        }
        catch (LeadHeatException refused)
        {
            Log.Refused(logger, refused.Title);
            return false;
        }
    }

    private async Task TrainAsync(TrainingJob job, CancellationToken cancellationToken)
    {
        Log.Begins(logger, job.Id, job.Version);
        await using var told = new TrainingReporter(api, job.Id, worker.Value, clock, cancellationToken);
        try
        {
            told.Say(0, "Reading the history");
            List<HistoryRow> history = [];
            await foreach (var row in api.ReadHistoryAsync(job.Id, told.Stopped))
                history.Add(row);
            var (model, report, measured) = await Task.Run(() => ModelTraining.Train(history, job.Constraints, told.Say, told.Stopped), told.Stopped);
            await api.FinishTrainingAsync(job.Id, new(worker.Value, model, report, null, measured), cancellationToken);
            Log.Done(logger, job.Id, history.Count);
        }
        catch (Exception failure) when (failure is XgBoostException or HeatModelException)
        {
            Log.Failed(logger, job.Id, failure.Message);
            await api.FinishTrainingAsync(job.Id, new(worker.Value, null, null, failure.Message), cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Lost(logger, job.Id);
        }
        catch (LeadHeatException refused) when (refused.Status == HttpStatusCode.Conflict)
        {
            Log.Lost(logger, job.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Trains the heat model {Id}, version {Version}")]
        public static partial void Begins(ILogger logger, Guid id, int version);

        [LoggerMessage(Level = LogLevel.Information, Message = "The heat model {Id} is trained on {Leads} leads")]
        public static partial void Done(ILogger logger, Guid id, int leads);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The heat model {Id} could not be trained: {Why}")]
        public static partial void Failed(ILogger logger, Guid id, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "The training of {Id} is somebody else's now")]
        public static partial void Lost(ILogger logger, Guid id);

        [LoggerMessage(Level = LogLevel.Debug, Message = "No training: {Why}")]
        public static partial void Refused(ILogger logger, string why);
    }
}
