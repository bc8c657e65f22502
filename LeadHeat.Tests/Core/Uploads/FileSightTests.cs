using System.Text;
using LeadHeat.Core.Uploads;

namespace LeadHeat.Tests.Core.Uploads;

public sealed class FileSightTests
{
    private const string Table = "Name;Stadt;Preis\nJürgen Müller;Köln;1 000 €\nZoë Brontë;Genève;2 000 €\n";

    [Theory]
    [InlineData(TextEncodings.Utf8, false)]
    [InlineData(TextEncodings.Utf8, true)]
    [InlineData(TextEncodings.Utf16, false)]
    [InlineData(TextEncodings.Utf16, true)]
    [InlineData(TextEncodings.Utf16BigEndian, false)]
    [InlineData(TextEncodings.Utf16BigEndian, true)]
    [InlineData(TextEncodings.Windows1252, false)]
    public void The_encoding_is_found_however_the_bytes_are_cut(string encoding, bool mark)
    {
        var bytes = TextEncodings.Of(encoding).GetBytes((mark ? "\uFEFF" : "") + Table);
        for (var size = 1; size < 9; size++)
        {
            var sight = new FileSight();
            foreach (var piece in bytes.Chunk(size))
                sight.See(piece);

            Assert.Equal((encoding, null, 3L), (sight.Encoding, sight.Refusal, sight.Lines));
        }
    }

    [Fact]
    public void A_damaged_character_in_a_long_file_does_not_change_its_encoding()
    {
        var sight = new FileSight();
        sight.See(Encoding.UTF8.GetBytes(Table));
        sight.See([0xC3, 0x28, (byte)'\n']);

        Assert.Equal(TextEncodings.Utf8, sight.Encoding);
    }

    [Fact]
    public void Plain_letters_are_utf8()
    {
        var sight = new FileSight();
        sight.See("a,b\r1,2\r"u8);

        Assert.Equal((TextEncodings.Utf8, 2L), (sight.Encoding, sight.Lines));
    }

    [Theory]
    [InlineData("504B030414000600", "workbook")]
    [InlineData("255044462D312E34", "PDF")]
    [InlineData("1F8B080000000000", "compressed")]
    [InlineData("89504E470D0A1A0A", "binary")]
    public void What_is_no_table_is_refused_in_words(string hex, string word)
    {
        var sight = new FileSight();
        sight.See([.. Convert.FromHexString(hex), .. new byte[10], .. Enumerable.Repeat((byte)200, 300)]);

        Assert.Contains(word, sight.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void One_stray_NUL_makes_no_table_binary()
    {
        var sight = new FileSight();
        sight.See(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Ann,ann@example.com\n", 20)) + "B\0b,b@example.com\n"));

        Assert.Equal((TextEncodings.Utf8, null), (sight.Encoding, sight.Refusal));
    }

    [Fact]
    public void A_line_of_a_gigabyte_is_refused_at_its_first_megabyte()
    {
        var sight = new FileSight();
        sight.See("name,email\n"u8);
        for (var piece = 0; piece < 17 && sight.Refusal is null; piece++)
            sight.See(Encoding.ASCII.GetBytes(new string('x', 65_536)));

        Assert.Contains("1 MB", sight.Refusal, StringComparison.Ordinal);
        Assert.True(sight.Length < 1_200_000);
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',', '"')]
    [InlineData("a;b;c\n1,5;2,5;3,5\n", ';', '"')]
    [InlineData("a\tb\n1\t2, 3, 4\n", '\t', '"')]
    [InlineData("a|b\n1|2\n", '|', '"')]
    [InlineData("a^b^c\n1^2,5^3,4\n", '^', '"')]
    [InlineData("sep=;\na;b\n1;2\n", ';', '"')]
    [InlineData("'a','b'\n'O''Neil','x, y'\n", ',', '\'')]
    [InlineData("name,note\nAnn,\"one; two; three; four\"\n", ',', '"')]
    [InlineData("name\nAnn\n", ',', '"')]
    public void The_dialect_is_found(string head, char delimiter, char quote)
    {
        Assert.Equal(new CsvDialect(delimiter, quote), DialectFinder.Find(head));
    }
}
