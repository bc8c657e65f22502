using System.Globalization;
using LeadHeat.Core.Uploads;

namespace LeadHeat.Bench;

/// <summary>A CRM's export: the same for the same number of rows, with up to a thousand bad ones in it.</summary>
internal sealed class UploadFile
{
    private const int MostBad = 1000;

    private static readonly string[] Header =
    [
        "name", "email", "phone", "source", "channel", "city", "propertyType", "beds", "budgetMax", "timelineMonths", "preapproved", "messageCount",
        "medianReplyMinutes", "visitCount", "createdAt", "closedAt", "outcome",
    ];

    private static readonly (string Column, string Value)[] Faults =
    [
        ("email", "nobody"), ("phone", "12"), ("budgetMax", "plenty"), ("timelineMonths", "-4"), ("beds", "many"), ("createdAt", "31.02.2025"), ("outcome", "perhaps"),
        ("messageCount", "1x"),
    ];

    public UploadFile(string path, int rows)
    {
        Path = path;
        using var file = new StreamWriter(path);
        CsvWriter.Write(file, Header, new(), "\n");
        var every = Math.Max(10, rows / MostBad);
        for (var row = 1; row <= rows; row++)
        {
            var cells = Cells(row);
            if (row % every == every / 2 && Bad.Count < MostBad)
            {
                var (column, value) = Faults[Bad.Count % Faults.Length];
                cells[Array.IndexOf(Header, column)] = value;
                Bad.Add((row + 1, column));
            }
            CsvWriter.Write(file, cells, new(), "\n");
        }
    }

    public string Path { get; }

    /// <summary>Line and column of each bad cell.</summary>
    public List<(int Line, string Column)> Bad { get; } = [];

    private static string[] Cells(int row)
    {
        // Fields that come from unlike parts of one number look unrelated and cost nothing.
        var dice = unchecked((uint)row * 2654435761u);
        int Pick(int of, int shift) => (int)((dice >> shift) % (uint)of);
        string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        var created = new DateTime(2024, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(row % 900_000);
        var closed = Pick(10, 3) < 7;
        return
        [
            $"Person {Text(row)}", $"person{Text(row)}@example.com", Pick(2, 1) == 0 ? $"+97150{row % 10_000_000:0000000}" : "",
            new[] { "portal", "website", "referral", "ads" }[Pick(4, 5)], new[] { "web", "whatsapp", "phone" }[Pick(3, 7)],
            new[] { "Dubai", "Bangalore" }[Pick(2, 9)], new[] { "apartment", "villa", "townhouse" }[Pick(3, 11)], Text(Pick(6, 13)),
            Text(500_000 + (Pick(4000, 4) * 1000)), Text(Pick(24, 15)), Pick(3, 17) == 0 ? "yes" : "no", Text(Pick(40, 18)), Text(Pick(600, 8)), Text(Pick(5, 20)),
            created.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            closed ? created.AddDays(1 + Pick(60, 2)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "", closed ? Pick(3, 6) == 0 ? "won" : "lost" : "",
        ];
    }
}
