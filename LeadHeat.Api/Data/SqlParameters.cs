using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>The parameters of one statement that is put together: <see cref="Add{T}"/> gives the place that stands for a value.</summary>
internal sealed class SqlParameters
{
    private readonly List<NpgsqlParameter> _all = [];

    public string Add<T>(T value)
    {
        _all.Add(new NpgsqlParameter<T> { TypedValue = value });
        return $"${_all.Count}";
    }

    public NpgsqlBatchCommand Command(string text)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in _all)
            command.Parameters.Add(parameter);
        return command;
    }
}
