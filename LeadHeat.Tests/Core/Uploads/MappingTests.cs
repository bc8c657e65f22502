using LeadHeat.Core.Uploads;

namespace LeadHeat.Tests.Core.Uploads;

public sealed class MappingTests
{
    [Theory]
    [InlineData("foo,name\nx,Ann\n", "foo", null)]
    [InlineData("who,contact address\nAnn,ann@example.com\n", "contact address", "email")]
    [InlineData("name,Customer Phone (private)\nAnn,+971501234567\n", "Customer Phone (private)", "phone")]
    [InlineData("full name,contact\nAnn,ann@example.com\n", "contact", "email")]
    [InlineData("name,e-mial\nAnn,ann@example.com\n", "e-mial", "email")]
    [InlineData("name,email\nAnn,call me\n", "email", "email")]
    [InlineData("name,created\nAnn,03/04/2025\n", "created", "createdAt")]
    [InlineData("email,mail\na@example.com,b@example.com\n", "mail", null)]
    public void What_is_not_sure_is_proposed_but_not_certain(string text, string column, string? field)
    {
        var mapping = Propose(text);

        Assert.Equal(field, mapping.Single(each => each.Column == column).Field);
        Assert.False(MappingProposer.IsCertain(mapping));
    }

    [Theory]
    [InlineData("id,Name,EMAIL,Created_At\n7,Ann,ann@example.com,2025-03-04\n")]
    [InlineData("name,created\nAnn,03/04/2025\nBob,25/04/2025\n")]
    [InlineData("First Name,Last Name,Notes\nAnn,Lee,likes parks\n")]
    [InlineData("name,empty column\nAnn,\n")]
    public void What_is_known_by_name_is_certain(string text)
    {
        Assert.True(MappingProposer.IsCertain(Propose(text)));
    }

    [Fact]
    public void Months_come_first_where_the_dates_say_so()
    {
        Assert.Equal(DayOrder.MonthFirst, Propose("name,created\nA,03/04/2025\nB,03/25/2025\n")[1].Days);
    }

    [Fact]
    public void What_people_chose_before_is_kept()
    {
        var file = FileOpening.Read("a,b\n1,2\n", new());
        ColumnMapping[] chosen = [new("a", "name", 1, []), new("b", null, 1, [])];

        var mapping = MappingProposer.Propose(file, Shipped.RealEstate, chosen, new(), DateTimeOffset.UnixEpoch);

        Assert.Equal(["name", null], mapping.Select(column => column.Field));
        Assert.True(MappingProposer.IsCertain(mapping));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n\n", "empty")]
    [InlineData("name,email\n", "no rows")]
    [InlineData("Ann,ann@example.com,12\nBob,bob@example.com,13\n", "names the columns")]
    public void A_file_without_a_table_is_refused_in_words(string text, string word)
    {
        Assert.Contains(word, FileOpening.Read(text, new()).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_of_one_name_are_two_columns()
    {
        var mapping = Propose("Name,Phone,phone,Phone,id,id\nAnn,+971501234567,+971501234568,,7,8\n");

        Assert.Equal(["Name", "Phone", "phone (2)", "Phone (3)", "id", "id (2)"], mapping.Select(column => column.Column));
        Assert.Equal(["name", "phone", null, null, "ignore", "ignore"], mapping.Select(column => column.Field));
        Assert.False(MappingProposer.IsCertain(mapping));
    }

    [Fact]
    public void Five_thousand_columns_are_refused()
    {
        var text = string.Join(',', Enumerable.Range(0, 5000).Select(place => $"c{place}")) + "\n1\n";

        Assert.Contains("at most 500", FileOpening.Read(text, new()).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_playbook_whose_words_stand_in_the_header_is_taken()
    {
        Assert.Equal("real-estate", MappingProposer.PlaybookOf(["name", "beds", "propertyType"], Shipped.Playbooks.All.OrderBy(playbook => playbook.Name)).Name);
    }

    private static IReadOnlyList<ColumnMapping> Propose(string text) =>
        MappingProposer.Propose(FileOpening.Read(text, new()), Shipped.RealEstate, null, new(), new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero));
}
