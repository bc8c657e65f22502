using System.Text;
using LeadHeat.Core.Access;

namespace LeadHeat.Tests.Core.Access;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, the rows for SHA-1.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8));

    // RFC 4226, appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void Counted_codes_are_those_of_the_standard(long step, string code) => Assert.Equal(code, Totp.Code(Secret, step));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-2, false)]
    [InlineData(2, false)]
    public void A_code_is_good_half_a_minute_early_or_late(int steps, bool good)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepOf(now) + steps;

        Assert.Equal(good ? step : null, Totp.Check(Secret, Totp.Code(Secret, step), now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("abcdef")]
    [InlineData("１２３４５６")]
    public void What_is_no_code_is_wrong(string code) => Assert.Null(Totp.Check(Secret, code, DateTimeOffset.UnixEpoch));

    // RFC 4648, section 10.
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_typed_in_base_32(string bytes, string text) => Assert.Equal(text, Totp.ToBase32(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void Apps_read_whose_key_it_is() => Assert.Equal(
        "otpauth://totp/LeadHeat:asha%40example.com?secret=MZXW6&issuer=LeadHeat&algorithm=SHA1&digits=6&period=30", Totp.Uri("asha@example.com", "MZXW6"));
}
