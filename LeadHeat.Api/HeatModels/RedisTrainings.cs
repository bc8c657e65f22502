using LeadHeat.Core.HeatModels;
using StackExchange.Redis;

namespace LeadHeat.Api.HeatModels;

/// <summary>Tells workers that there is a model to train. Without it they find it a little later.</summary>
internal sealed class RedisTrainings(RedisConnection redis)
{
    public void Wake() => redis.TrySend(database => database.Publish(RedisChannel.Literal(TrainingJob.Wake), "", CommandFlags.FireAndForget));
}
