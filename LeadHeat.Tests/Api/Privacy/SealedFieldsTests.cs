using System.Text;
using LeadHeat.Api.Privacy;

namespace LeadHeat.Tests.Api.Privacy;

public sealed class SealedFieldsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leadheat-keys-").FullName;

    [Fact]
    public void What_is_sealed_opens_again_after_a_rotation_and_a_restart_and_without_the_keys_never()
    {
        var plain = Encoding.UTF8.GetBytes("""{"from":"971501234567"}""");
        byte[] first, second;
        using (var fields = new SealedFields(_folder))
        {
            first = fields.Seal(plain);
            fields.Rotate(DateTimeOffset.UtcNow);
            second = fields.Seal(plain);
            Assert.Equal(plain, fields.Open(first));
        }

        using var restarted = new SealedFields(_folder);
        Assert.Equal(plain, restarted.Open(first));
        Assert.Equal(plain, restarted.Open(second));
        // The id of the key stands behind the mark.
        Assert.NotEqual(first[4..20], restarted.Seal(plain)[4..20]);
        Assert.DoesNotContain("9715", Encoding.UTF8.GetString(first), StringComparison.Ordinal);
        var elsewhere = Directory.CreateTempSubdirectory("leadheat-keys-").FullName;
        using (var stranger = new SealedFields(elsewhere))
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => stranger.Open(first));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public void What_was_stored_before_there_was_encryption_is_read_as_it_is()
    {
        using var fields = new SealedFields(_folder);
        var plain = Encoding.UTF8.GetBytes("{}");

        Assert.Same(plain, fields.Open(plain));
        Assert.Empty(fields.Open([]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
