using LeadHeat.Worker.Jobs;
using LeadHeat.Worker.Models;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace LeadHeat.Tests.Worker;

public sealed class SettingsTests
{
    [Fact]
    public void A_worker_is_called_what_its_environment_calls_it() => Assert.Equal(
        new WorkerName("worker-1"), WorkerName.From(Configuration("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=local,service.instance.id=worker-1")));

    [Fact]
    public void A_worker_without_a_given_name_has_one_of_its_own() =>
        Assert.EndsWith($"-{Environment.ProcessId}", WorkerName.From(Configuration("OTEL_RESOURCE_ATTRIBUTES", "service.name=worker")).Value, StringComparison.Ordinal);

    [Fact]
    public void A_model_is_named_by_one_connection_string() => Assert.Equal(
        new ModelConnection(new Uri("https://api.example.com/v1"), "sk-a=b;c", "gpt-x"),
        ModelConnection.Parse("Endpoint=https://api.example.com/v1;Key=\"sk-a=b;c\";Model=gpt-x"));

    [Fact]
    public void A_local_model_needs_no_key() =>
        Assert.Equal("llama3", ModelConnection.Parse("Endpoint=http://localhost:11434/v1;Model=llama3").Model);

    [Fact]
    public void No_connection_string_means_no_hosted_model() => Assert.Null(ModelConnection.From(Configuration("x", "y")));

    [Theory]
    [InlineData("Key=a;Model=b", "Endpoint")]
    [InlineData("Endpoint=here;Model=b", "Endpoint")]
    [InlineData("Endpoint=https://api.example.com/v1;Key=a", "Model")]
    public void What_is_missing_is_named(string connectionString, string part) =>
        Assert.Contains(part, Assert.Throws<FormatException>(() => ModelConnection.Parse(connectionString)).Message, StringComparison.Ordinal);

    private static IConfiguration Configuration(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
}
