using System.Security.Cryptography;
using System.Text;
using LeadHeat.Api.Access;
using Microsoft.Extensions.Options;

namespace LeadHeat.Tests.Api.Access;

public sealed class BreachedPasswordsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(1, "\r\n")]
    [InlineData(2, "\n")]
    [InlineData(999, "\r\n")]
    public void Password_that_is_on_the_list_is_found_wherever_it_stands_and_no_other(int count, string lineEnd)
    {
        string[] listed = [.. Enumerable.Range(0, count).Select(number => $"violet harbour {number}")];
        File.WriteAllText(_path, string.Join(lineEnd, listed.Select((password, place) => $"{Hash(password)}:{place * place}").Order(StringComparer.Ordinal)));

        Assert.All(listed, password => Assert.True(In(_path).Contains(password), password));
        Assert.All(Enumerable.Range(0, 200), number => Assert.False(In(_path).Contains($"amber harbour {number}")));
    }

    [Fact]
    public void Without_a_list_or_in_an_empty_one_nothing_is_found()
    {
        Assert.False(In(null).Contains("violet harbour 1"));
        Assert.False(In(_path).Contains("violet harbour 1"));
    }

    private static BreachedPasswords In(string? path) => new(Options.Create(new AccessOptions { BreachedPasswords = path }));

#pragma warning disable CA5350
    private static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
