namespace LeadHeat.Worker.Models;

/// <summary>Leaves a model alone for a while after it failed several turns in a row; then one turn tries it again.</summary>
internal sealed class ModelRest(ModelLimits limits, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _restUntil = DateTimeOffset.MinValue;

    public bool MayTry()
    {
        lock (_lock)
        {
            if (_failures < limits.Failures)
                return true;
            var now = clock.GetUtcNow();
            if (now < _restUntil)
                return false;
            _restUntil = now + limits.Rest;
            return true;
        }
    }

    public void Succeeded()
    {
        lock (_lock)
            _failures = 0;
    }

    public void Failed()
    {
        lock (_lock)
        {
            _failures++;
            _restUntil = clock.GetUtcNow() + limits.Rest;
        }
    }
}
