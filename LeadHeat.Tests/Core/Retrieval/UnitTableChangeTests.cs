using LeadHeat.Core.Inventory;
using LeadHeat.Core.Retrieval;

namespace LeadHeat.Tests.Core.Retrieval;

public sealed class UnitTableChangeTests
{
    [Fact]
    public void A_changed_table_is_the_same_as_one_made_anew()
    {
        var (random, vocabulary) = (new Random(3), new Vocabulary());
        UnitRow Row(int number, bool available = true) => new(new Unit(
            new Guid(number, 0, 0, new byte[8]), $"U{number}", "Flat", "", number % 3 == 0 ? "Dubai" : "Bangalore", "Centre", "apartment", 2, 2, 90, random.Next(10), "AED", [], available,
            DateTimeOffset.UnixEpoch), vocabulary);
        List<UnitRow> rows = [.. Enumerable.Range(1, 100).Select(number => Row(number))];
        var table = new UnitTable(rows, vocabulary);
        for (var round = 0; round < 50; round++)
        {
            HashSet<UnitRow> leave = [.. random.GetItems(rows.ToArray(), 2)];
            UnitRow[] come = [Row(200 + round), Row(300 + round, available: false)];
            rows = [.. rows.Except(leave), come[0]];
            table = table.With(leave, come);
        }

        var anew = new UnitTable(rows, vocabulary);
        Assert.Equal(anew.Rows, table.Rows);
        foreach (var city in (string[])["Dubai", "Bangalore"])
            Assert.Equal(Found(anew, city), Found(table, city));
    }

    private static List<Unit> Found(UnitTable table, string city)
    {
        List<Unit> found = [];
        table.Find(new(city), null, null, 1_000, found);
        return found;
    }
}
