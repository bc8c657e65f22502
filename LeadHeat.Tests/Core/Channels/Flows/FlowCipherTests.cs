using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Channels.Flows;
using Xunit;

namespace LeadHeat.Tests.Core.Channels.Flows;

public sealed class FlowCipherTests
{
    private static readonly byte[] Key = Convert.FromHexString("000102030405060708090a0b0c0d0e0f");
    private static readonly byte[] Vector = Convert.FromHexString("101112131415161718191a1b1c1d1e1f");

    // Equal in Node, Python and C#.
    [Fact]
    public void Encrypts_as_WhatsApp_does()
    {
        using var cipher = new FlowCipher(Key);

        var text = cipher.Encrypt("""{"data":{"status":"active"}}"""u8, Vector);

        Assert.Equal("bebc93d709d306b2ad3ab0f6c05b5aa4d7c702fe0e72ce8ecca4faebf5511da9eeba04a26b2712d293ee73c4", Convert.ToHexStringLower(text));
    }

    [Fact]
    public void What_was_encrypted_is_read_again_and_what_was_changed_is_not() => Prop.ForAll<byte[], byte>((bytes, place) =>
    {
        using var cipher = new FlowCipher(Key);
        var text = cipher.Encrypt(bytes, Vector);
        Assert.Equal(bytes, cipher.Decrypt(text, Vector));

        text[place % text.Length] ^= 1;
        Assert.Null(cipher.Decrypt(text, Vector));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_key_or_vector_reads_nothing()
    {
        using var cipher = new FlowCipher(Key);
        using var other = new FlowCipher([.. Key.Reverse()]);
        var text = cipher.Encrypt(Encoding.UTF8.GetBytes("hello"), Vector);

        Assert.Null(other.Decrypt(text, Vector));
        Assert.Null(cipher.Decrypt(text, FlowCipher.Inverted(Vector)));
        Assert.Null(cipher.Decrypt(text.AsSpan(0, 10), Vector));
    }
}
