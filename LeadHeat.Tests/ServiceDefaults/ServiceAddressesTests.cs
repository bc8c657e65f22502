using LeadHeat.ServiceDefaults;
using Microsoft.Extensions.Configuration;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class ServiceAddressesTests
{
    private readonly ServiceAddresses _addresses = ServiceAddresses.From(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["services:api:http:0"] = "http://127.0.0.1:8081",
            ["services:search:http:0"] = "http://10.0.0.1:80",
            ["services:search:http:1"] = "http://10.0.0.2:80",
        })
        .Build());

    [Theory]
    [InlineData("http://api/leads?heat=hot", "http://127.0.0.1:8081/leads?heat=hot")]
    [InlineData("https+http://api/leads", "http://127.0.0.1:8081/leads")]
    [InlineData("http://API/leads", "http://127.0.0.1:8081/leads")]
    [InlineData("https://example.org/v1", "https://example.org/v1")]
    public void A_services_name_becomes_its_address(string named, string address) =>
        Assert.Equal(new Uri(address), _addresses.Resolve(new Uri(named)));

    [Fact]
    public void Replicas_take_turns()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => _addresses.Resolve(new Uri("http://search/")).Host);

        Assert.Equal([2, 2], hosts.CountBy(host => host).Select(count => count.Value));
    }
}
