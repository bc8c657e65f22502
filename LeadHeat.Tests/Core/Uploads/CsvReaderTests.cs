using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Uploads;

namespace LeadHeat.Tests.Core.Uploads;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b", "1|2")]
    [InlineData("a,b\r\n1,2", "a|b", "1|2")]
    [InlineData("a,b\r1,2\r", "a|b", "1|2")]
    [InlineData("\uFEFFa,b\n\n\n1,\n", "a|b", "1|")]
    [InlineData("a,\"b, \"\"c\"\"\nd\"\n", "a|b, \"c\"\nd")]
    [InlineData("a, \"b, c\" ,d\n", "a|b, c|d")]
    [InlineData("O'Neil,5\" pipe,x\"y\"\n", "O'Neil|5\" pipe|x\"y\"")]
    [InlineData("\"\"\n", "")]
    public void Records_are_cut_as_people_mean_them(string text, params string[] expected)
    {
        Assert.Equal(expected, Read(new StringReader(text), new()).Select(record => string.Join('|', record)));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_costs_the_one_line()
    {
        var reader = new CsvReader(new StringReader("a,b\n1,\"x\n2,y\n3,z\n"), new(), new()) { Columns = 2 };
        List<string> seen = [];
        while (reader.Read())
            seen.Add($"{reader.Line} {reader[0]} {reader.Fault?.Reason}");

        Assert.Equal(["1 a ", "2 1,\"x The quotation mark that is opened here is never closed.", "3 2 ", "4 3 "], seen);
    }

    [Fact]
    public void A_mark_that_a_later_field_closes_by_chance_costs_one_line_too()
    {
        var reader = new CsvReader(new StringReader("a,b\n1,\"x\n2,y\n3,\"z, w\"\n4,\"multi\nline\"\n5,u\n"), new(), new()) { Columns = 2 };
        List<string> seen = [];
        while (reader.Read())
            seen.Add($"{reader.Line} {reader[0]} {(reader.Fault is null ? "ok" : "bad")}");

        Assert.Equal(["1 a ok", "2 1,\"x bad", "3 2 ok", "4 3 ok", "5 4 ok", "7 5 ok"], seen);
    }

    [Fact]
    public void A_record_takes_no_more_memory_than_the_limit_and_the_next_line_is_read()
    {
        var text = "a,b\n1," + new string('x', 3_000_000) + "\n2,y\n";
        var reader = new CsvReader(new StringReader(text), new(), new(RecordLength: 10_000)) { Columns = 2 };
        List<string> seen = [];
        while (reader.Read())
            seen.Add($"{reader.Line} {reader.Fault is null}");

        Assert.Equal(["1 True", "2 False", "3 True"], seen);
    }

    [Fact]
    public void Any_table_comes_back_as_it_was_whatever_the_dialect()
    {
        var cells = Gen.OneOf(
            Gen.Constant(""), Gen.Elements("a", "b c", " x ", "1.5", "\"", "\"\"", "'", "=1+1", ",", ";", "\t", "|", "\r\n", "\n", "\r", "a\nb", "ä€漢😀", "\uFEFF"),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.Replace("\0", "", StringComparison.Ordinal)));
        var tables = from columns in Gen.Choose(1, 6)
                     from rows in Gen.Choose(1, 30)
                     from table in cells.ArrayOf(columns).ArrayOf(rows)
                     select table;
        var files = from delimiter in Gen.Elements(',', ';', '\t', '|', ':', '^', '~', ' ', '§', '\u0001')
                    from quote in Gen.Elements('"', '\'')
                    from line in Gen.Elements("\n", "\r\n", "\r")
                    from encoding in Gen.Elements([.. TextEncodings.All])
                    from mark in Gen.Elements("", "\uFEFF")
                    from all in Gen.Elements(true, false)
                    select (Dialect: new CsvDialect(delimiter, quote), Line: line, Encoding: TextEncodings.Of(encoding), Mark: mark, QuoteAll: all);

        Prop.ForAll(Arb.From(tables), Arb.From(files), (table, file) =>
        {
            var text = new StringWriter();
            foreach (var row in table)
            {
                if (file.QuoteAll)
                    text.Write(string.Join(file.Dialect.Delimiter, row.Select(cell => Quoted(cell, file.Dialect.Quote))) + file.Line);
                else
                    CsvWriter.Write(text, row, file.Dialect, file.Line);
            }

            // What an encoding has no bytes for cannot come back.
            var bytes = file.Encoding.GetBytes(file.Mark + text);
            if (file.Encoding.GetString(bytes) != file.Mark + text)
                return true;
            var read = Read(new StreamReader(new MemoryStream(bytes), file.Encoding, detectEncodingFromByteOrderMarks: false), file.Dialect);
            return read.Count == table.Length && read.Zip(table).All(pair => pair.First.SequenceEqual(pair.Second));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static string Quoted(string cell, char quote) => quote + cell.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal) + quote;

    [Fact]
    public void Any_text_is_read_to_its_end_in_bounded_pieces()
    {
        Prop.ForAll(Arb.From(Gen.Elements('a', ',', '"', '\n', '\r', ' ', '\'').ArrayOf().Resize(200)), text =>
        {
            var reader = new CsvReader(new StringReader(new string(text)), new(), new(RecordLength: 50)) { Columns = 2 };
            var last = 0;
            while (reader.Read())
            {
                if (reader.Line <= last)
                    return false;
                last = reader.Line;
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static List<string[]> Read(TextReader text, CsvDialect dialect)
    {
        var reader = new CsvReader(text, dialect, new());
        List<string[]> read = [];
        while (reader.Read())
        {
            Assert.Null(reader.Fault);
            read.Add([.. Enumerable.Range(0, reader.Count).Select(field => reader[field].ToString())]);
        }
        return read;
    }
}
