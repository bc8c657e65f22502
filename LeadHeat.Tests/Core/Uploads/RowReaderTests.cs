using LeadHeat.Core.Facts;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Uploads;

namespace LeadHeat.Tests.Core.Uploads;

public sealed class RowReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_history_of_a_crm_is_known_by_its_names_and_read_into_facts_and_features()
    {
        var (mapping, leads, errors) = Read(
            """
            name,email,phone,source,channel,city,propertyType,beds,budgetMax,timelineMonths,preapproved,hasPhone,messageCount,medianReplyMinutes,visitCount,frustration,sentiment,createdWeekday,createdAt,closedAt,outcome
            Asha Rao,Asha.Rao@Example.com,98450 12345,portal,web,Bangalore,apartment,2,18000000,3,yes,1,12,4.5,2,1,positive,Mon,2025-03-03T10:00:00Z,2025-04-01,won
            """);

        Assert.True(MappingProposer.IsCertain(mapping), string.Join('\n', mapping.Where(column => column.Confidence < MappingProposer.Certain || column.Problem is not null)));
        Assert.Empty(errors);
        var lead = Assert.Single(leads);
        Assert.Equal(("asha.rao@example.com", "+919845012345"), (lead.Email, lead.Phone));
        Assert.Equal((LeadStatus.Won, new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero)), (lead.Status!.Value, lead.ClosedAt!.Value));
        var budget = lead.Facts.Single(fact => fact.Field == FactFields.Budget);
        Assert.Equal((18_000_000m, "INR", "up to ₹1.8 Cr", FactSource.Import), (budget.Value.Max, budget.Value.Unit, budget.Display, budget.SetBy));
        Assert.Equal((2m, 2m), (lead.Facts.Single(fact => fact.Field == FactFields.Beds).Value.Min, lead.Facts.Single(fact => fact.Field == FactFields.Beds).Value.Max));
        Assert.Equal(3m, lead.Facts.Single(fact => fact.Field == FactFields.Timeline).Value.Max);
        Assert.Equal("yes", lead.Facts.Single(fact => fact.Field == FactFields.PreApproved).Value.Text);
        Assert.Equal(
            """{"source":"portal","channel":"web","propertyType":"apartment","beds":2,"budgetMax":18000000,"timelineMonths":3,"preapproved":true,"hasPhone":true,"messageCount":12,"medianReplyMinutes":4.5,"visitCount":2,"frustration":1,"sentiment":"positive","createdWeekday":"monday"}""",
            lead.Features!.Replace("\"city\":\"Bangalore\",", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_names_and_sloppy_values_are_understood()
    {
        var (mapping, leads, errors) = Read(
            """
            Full Name;E-Mail Address;Mobile No.;Locality;BHK;Budget Range;When;Created On;Lead Status
            Ravi;RAVI@EXAMPLE.COM;+971 50 123 4567;Whitefield;2 BHK;80L to 1 Cr;within 3 months;25/03/2025;Site Visit
            """);

        Assert.Equal(["name", "email", "phone", "areas", "beds", "budget", "timeline", "createdAt", "stage"], mapping.Select(column => column.Field));
        Assert.Empty(errors);
        var lead = Assert.Single(leads);
        Assert.Equal("+971501234567", lead.Phone);
        Assert.Equal((8_000_000m, 10_000_000m), (lead.Facts.Single(fact => fact.Field == FactFields.Budget).Value.Min, lead.Facts.Single(fact => fact.Field == FactFields.Budget).Value.Max));
        Assert.Equal(["Whitefield"], lead.Facts.Single(fact => fact.Field == FactFields.Areas).Value.Items);
        Assert.Equal((LeadStatus.Visit, 25), (lead.Status!.Value, lead.CreatedAt!.Value.Day));
    }

    [Theory]
    [InlineData("email", "ann@", "e-mail")]
    [InlineData("email", "ann@example.com, bob@example.com", "e-mail")]
    [InlineData("phone", "12", "phone")]
    [InlineData("phone", "9.84501E+11", "phone")]
    [InlineData("budgetMax", "plenty", "money")]
    [InlineData("budgetMax", "-5", "from 0")]
    [InlineData("timelineMonths", "soon", "number")]
    [InlineData("timelineMonths", "-1", "from 0")]
    [InlineData("messageCount", "1.2.3x", "number")]
    [InlineData("frustration", "11", "from 0 to 10")]
    [InlineData("sentiment", "purple", "none of")]
    [InlineData("createdWeekday", "9", "day of the week")]
    [InlineData("createdAt", "31.02.2025", "date")]
    [InlineData("createdAt", "2031-01-01", "future")]
    [InlineData("outcome", "maybe", "won, lost")]
    [InlineData("stage", "limbo", "none of")]
    [InlineData("hasPhone", "perhaps", "yes nor no")]
    [InlineData("beds", "many", "bedrooms")]
    [InlineData("preapproved", "purple", "financing")]
    [InlineData("currency", "rupees", "currency")]
    [InlineData("name", "a\u0000b", "NUL")]
    [InlineData("name", "a\uFFFDb", "encoding")]
    public void A_wrong_value_is_refused_with_line_column_and_reason(string column, string value, string word)
    {
        var (_, leads, errors) = Read($"company,{column}\nAcme,\"{value}\"\n", new ColumnMapping(column, column, 1, []));

        Assert.Empty(leads);
        var error = Assert.Single(errors);
        Assert.Equal((2, column), (error.Line, error.Column));
        Assert.Contains(word, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_contradict_themselves_or_have_other_fields_are_refused_and_blank_ones_passed_over()
    {
        var (_, leads, errors) = Read(
            "name,createdAt,closedAt,outcome,stage\nA,2025-02-01,2025-01-01,won,\nB,,,won,lost\nC,2025-01-01\nD,,,,,x\nE,,,,,,\n,,,,\n\nF,\"open\n");

        Assert.Equal(["E"], leads.Select(lead => lead.Facts[0].Display));
        Assert.Equal([(2, "closedAt"), (3, "outcome"), (4, null), (5, null), (9, "name")], errors.Select(error => (error.Line, error.Column is "createdAt" ? "name" : error.Column)));
    }

    [Theory]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1,20,00,000", "12000000")]
    [InlineData("12,5", "12.5")]
    [InlineData("1 234", "1234")]
    [InlineData("1.5", "1.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.2.3x", null)]
    [InlineData("", null)]
    public void Numbers_are_read_as_they_are_written_anywhere(string text, string? expected)
    {
        Assert.Equal(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Cells.Number(text));
    }

    [Theory]
    [InlineData("2025-03-04", DayOrder.MonthFirst, "2025-03-04T00:00")]
    [InlineData("2025-03-04T05:06:07+02:00", DayOrder.DayFirst, "2025-03-04T03:06")]
    [InlineData("04/03/2025 17:30", DayOrder.DayFirst, "2025-03-04T17:30")]
    [InlineData("3/4/25 5:30 PM", DayOrder.MonthFirst, "2025-03-04T17:30")]
    [InlineData("4.3.2025", DayOrder.DayFirst, "2025-03-04T00:00")]
    [InlineData("4 Mar 2025", DayOrder.DayFirst, "2025-03-04T00:00")]
    [InlineData("1741046400", DayOrder.DayFirst, "2025-03-04T00:00")]
    [InlineData("45720", DayOrder.DayFirst, "2025-03-04T00:00")]
    [InlineData("20250304", DayOrder.DayFirst, "2025-03-04T00:00")]
    [InlineData("13/13/2025", DayOrder.DayFirst, null)]
    [InlineData("10:30", DayOrder.DayFirst, null)]
    [InlineData("yesterday", DayOrder.DayFirst, null)]
    public void Dates_are_read_as_programs_write_them(string text, DayOrder days, string? expected)
    {
        Assert.Equal(expected, TimeCells.Read(text, days)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_guarded_cell_comes_back_as_it_was()
    {
        var (_, leads, _) = Read($"name,phone\n{CsvWriter.Guard("=Bob")},{CsvWriter.Guard("+971501234567")}\n");

        Assert.Equal(("=Bob", "+971501234567"), (leads[0].Facts[0].Display, leads[0].Phone));
    }

    private static (IReadOnlyList<ColumnMapping> Mapping, List<UploadedLead> Leads, List<UploadError> Errors) Read(string text, params ColumnMapping[] chosen)
    {
        var limits = new CsvLimits();
        var file = FileOpening.Read(text, limits);
        var playbook = Shipped.RealEstate;
        IReadOnlyList<ColumnMapping> mapping = [.. MappingProposer.Propose(file, playbook, null, limits, Now)
            .Select(column => chosen.FirstOrDefault(choice => choice.Column == column.Column) ?? column)];
        var (csv, rows) = (new CsvReader(new StringReader(text), file.Dialect, limits), new RowReader(playbook, mapping, limits, Now));
        Assert.True(FileOpening.ReadHeader(csv));
        var (leads, errors) = (new List<UploadedLead>(), new List<UploadError>());
        while (csv.Read())
        {
            if (rows.Read(csv, errors) is { } lead)
                leads.Add(lead);
        }
        return (mapping, leads, errors);
    }
}
