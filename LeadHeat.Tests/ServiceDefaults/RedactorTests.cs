using FsCheck;
using FsCheck.Fluent;
using LeadHeat.ServiceDefaults;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("+971501234567")]
    [InlineData("+971 50 123 4567")]
    [InlineData("+971-50-123-4567")]
    [InlineData("00971501234567")]
    [InlineData("971501234567")]
    [InlineData("050 123 4567")]
    [InlineData("050-1234567")]
    [InlineData("(202) 555-0143")]
    [InlineData("+1 (202) 555-0143")]
    [InlineData("202.555.0143")]
    [InlineData("9812345678")]
    [InlineData("98123 45678")]
    [InlineData("+91 98123 45678")]
    [InlineData("+55 11 91234-5678")]
    [InlineData("91234567")]
    [InlineData("+49 30/901820")]
    [InlineData("٠٥٠١٢٣٤٥٦٧")]
    [InlineData("९८१२३४५६७८")]
    [InlineData("wa971501234567")]
    public void Phone_number_is_taken_out(string number)
    {
        Assert.Equal("call [phone] now", Redactor.Redact($"call {number} now").Replace("wa[phone]", "[phone]", StringComparison.Ordinal));
        Assert.DoesNotContain(number, Redactor.Redact($"number={number};"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asha@example.com", "[e-mail]")]
    [InlineData("<asha.rao+x@mail.example.co.in>.", "<[e-mail]>.")]
    [InlineData("to=asha%40example.com&x=1", "to=[e-mail]&x=1")]
    [InlineData("दीपा@उदाहरण.भारत wrote", "[e-mail] wrote")]
    [InlineData("Key (email)=(asha@example.com) already exists", "Key (email)=([e-mail]) already exists")]
    public void Address_is_taken_out(string text, string clean) => Assert.Equal(clean, Redactor.Redact(text));

    [Theory]
    [InlineData("Authorization: Bearer CfDJ8Nk3-abc_DEF0123456789")]
    [InlineData("password=hunter2")]
    [InlineData("Host=db;Username=x;Password=correct-horse;Database=leads")]
    [InlineData("\"access_token\": \"EAABsbCS1iHgBA0123456789abcdef\"")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhc2hhIn0.c2lnbmF0dXJlLW9mLWl0")]
    [InlineData("sent wamid.HBgLMTIwMjU1NTAxNDMVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA== again")]
    [InlineData("x-api-key: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0")]
    public void Secret_is_taken_out(string text)
    {
        var clean = Redactor.Redact(text);

        Assert.Contains("[token]", clean, StringComparison.Ordinal);
        foreach (var secret in (string[])["CfDJ8", "hunter2", "correct-horse", "EAAB", "c2lnbmF0", "HBgL", "0f1e2d3c4b5a"])
            Assert.DoesNotContain(secret, clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Now listening on: http://127.0.0.1:43817")]
    [InlineData("The database is ready after 00:00:01.2345678")]
    [InlineData("2026-11-21 10:00:00.123 done, 2026-11-21T10:00:00Z")]
    [InlineData("on 21/11/2026 and 21.11.2026")]
    [InlineData("from 192.168.100.200 to 10.20.30.40:5432")]
    [InlineData("turn 019a9d3c-1234-7890-8123-123456789012 ended")]
    [InlineData("turn 01234567-1234-7890-8123-123456789012 ended")]
    [InlineData("trace 0af7651916cd43dd8448eb211c80319c span b7ad6b7169203331")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData("The access token has expired: renew Meta__AccessToken")]
    [InlineData("   at LeadHeat.Api.Privacy.Deletions.DeleteAsync(Guid contactId, CancellationToken cancellationToken) in Deletions.cs:line 123")]
    [InlineData("Queued 1234567 turns again that nobody worked on, 12.3456789 s")]
    [InlineData("SocketException (111): Connection refused [::1]:5432")]
    [InlineData("50 % of it, 100%")]
    public void What_is_nobody_s_stays_and_costs_no_copy(string text) => Assert.Same(text, Redactor.Redact(text));

    [Fact]
    public void No_digits_of_a_number_are_left_however_it_is_written() => Prop.ForAll(Numbers().ToArbitrary(), written =>
    {
        var clean = Redactor.Redact($"somebody said: {written}, and left");
        return (!clean.Any(char.IsDigit) && clean.Contains("[phone]", StringComparison.Ordinal)).Label($"{written} became {clean}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_of_an_address_is_left_and_a_clean_text_stays_clean() => Prop.ForAll(Addresses().ToArbitrary(), address =>
    {
        var clean = Redactor.Redact($"write to {address} please");
        return (clean == "write to [e-mail] please" && ReferenceEquals(clean, Redactor.Redact(clean))).Label($"{address} became {clean}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_can_be_redacted_and_twice_is_once() => Prop.ForAll<string?>(text =>
    {
        var once = Redactor.Redact(text ?? "");
        return Redactor.Redact(once) == once;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Id_of_any_kind_stays() => Prop.ForAll<Guid>(id =>
        Redactor.Redact($"lead {id} of {id:N}") == $"lead {id} of {id:N}" || id.ToString().Count(char.IsDigit) > 28).QuickCheckThrowOnFailure();

    private static Gen<string> Numbers() =>
        from country in Gen.Elements("+971", "+91", "+1", "+44", "+49", "+55", "00971", "0091")
        from separator in Gen.Elements("", " ", "-", ".", "\u00A0")
        from area in Gen.Choose(20, 999)
        from first in Gen.Choose(100, 999)
        from second in Gen.Choose(1000, 9999)
        from bracketed in Gen.Elements(false, true)
        select bracketed && separator is " " ? $"{country} ({area}) {first}-{second}" : string.Join(separator, country, area, first, second);

    private static Gen<string> Addresses() =>
        from name in Gen.Elements("asha", "ravi.kumar", "o'neil", "x_1", "a+b", "दीपा")
        from number in Gen.Choose(0, 99999)
        from host in Gen.Elements("example.com", "mail.example.co.in", "x-y.example", "münchen.example")
        select $"{name}{number}@{host}";
}
