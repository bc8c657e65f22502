using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace LeadHeat.Tests.Api.Attack;

/// <summary>PDFs that are made to take a reader's memory or time, each by another means.</summary>
internal static class PdfBombs
{
    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["a stream of 8 GB, packed twice"] = () => Page(Stream("/Filter [/FlateDecode /FlateDecode]", Packed(Zeros(8_000)))),
        ["a stream with a hundred filters"] = () => Page(Stream($"/Filter [{Repeat("/ASCIIHexDecode ", 100)}/FlateDecode]", Zeros(10))),
        ["text without an end, packed"] = () => WithFont(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "null", Stream("/Filter /FlateDecode", Packed(Bytes("BT /F1 9 Tf 10 10 Td " + Repeat("(flood of words) Tj 0 -9 Td\n", 1_000_000) + "ET")))),
        ["a predictor of two thousand million columns"] = () => Page(Stream("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 /Colors 32 /BitsPerComponent 16 >>", Zeros(1))),
        ["an object stream of 8 GB"] = () => ObjectStream(Zeros(8_000), 1_000_000),
        ["an object stream that counts to two thousand million"] = () => ObjectStream(Packed(Bytes("1 0 2 0 3 0 ")), int.MaxValue),
        ["an object stream within itself"] = () => ObjectStream(Packed(Bytes("5 0 << /Type /ObjStm /N 1 /First 4 /Length 1 >>")), 1),
        ["a million arrays, each in the next"] = () => File("<< /Type /Catalog /Pages 2 0 R >>", Repeat("[", 1_000_000) + Repeat("]", 1_000_000)),
        ["a million dictionaries, each in the next"] = () => File("<< /Type /Catalog /Pages 2 0 R >>", Repeat("<</A", 1_000_000) + "0" + Repeat(">>", 1_000_000)),
        ["arrays without an end in what is drawn"] = () => Page(Stream("", Bytes(Repeat("[", 3_000_000)))),
        ["a million states that are kept and never given back"] = () => Page(Stream("", Bytes(Repeat("q ", 3_000_000)))),
        ["a hundred thousand pages that are one"] = () => File("<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Count 100000 /Kids [{Repeat("3 0 R ", 100_000)}] >>", PageObject),
        ["two thousand million pages"] = () => File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2147483647 /Kids [3 0 R] >>", PageObject),
        ["pages that hold themselves"] = () => File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1000 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>"),
        ["a page tree of 2 to the 30th"] = () => File(["<< /Type /Catalog /Pages 2 0 R >>", .. Enumerable.Range(2, 30).Select(number => $"<< /Type /Pages /Count 1000000000 /Kids [{number + 1} 0 R {number + 1} 0 R] >>")]),
        ["a length that is its own length"] = () => Page("<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
        ["a reference to itself"] = () => File("1 0 R", "2 0 R"),
        ["a drawing that draws itself"] = () => Drawing("4 0 R", "/X Do /X Do"),
        ["drawings that draw the next ten times, ten deep"] = () => Deep(10, 10),
        ["a table of places that comes before itself"] = () => Bytes("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 9 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF"),
        ["a table of places for two thousand million objects"] = () => Bytes("%PDF-1.4\nxref\n0 2147483647\n0000000000 65535 f \ntrailer << /Size 2147483647 /Root 1 0 R >>\nstartxref\n9\n%%EOF"),
        ["a page as wide as the world"] = () => File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Page /Parent 2 0 R /MediaBox [-1e38 -1e38 1e38 1e38] /UserUnit 1e30 >>"),
        ["letters that stand for a million letters"] = () => WithFont("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>", Stream("", Bytes($"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <{Repeat("0041", 500_000)}> endbfrange"))),
        ["a font that is its own part"] = () => WithFont("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 5 0 R /DescendantFonts [5 0 R] /ToUnicode 5 0 R >>", "null"),
    };

    private const string PageObject = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>";

    private static byte[] Page(string contents) => File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", PageObject, contents);

    private static byte[] WithFont(string font, string part, string? contents = null) => File(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        contents ?? Stream("", Bytes($"BT /F1 9 Tf 10 10 Td ({Repeat("A", 50_000)}) Tj ET")), font, part);

    private static byte[] Drawing(string drawn, string content) => File(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X {drawn} >> >> >>",
        Stream($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {drawn} >> >>", Bytes(content)));

    private static byte[] Deep(int depth, int times) => File(
    [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        Stream("", Bytes("/X Do")),
        .. Enumerable.Range(6, depth).Select(next => Stream(
            $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>", Bytes(Repeat("/X Do ", times)))),
        Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", Bytes("BT (x) Tj ET")),
    ]);

    // Object 1, the catalogue, is said to be the first in object stream 2; 3 is the table of places.
    private static byte[] ObjectStream(byte[] packed, int count)
    {
        var stream = $"%PDF-1.5\n2 0 obj\n{Stream($"/Type /ObjStm /N {count} /First 10 /Filter /FlateDecode", packed)}\nendobj\n";
        var place = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(place, stream.Length);
        byte[] places = [0, 0, 0, 0, 0, 255, 2, 0, 0, 0, 2, 0, 1, 0, 0, 0, 9, 0, 1, .. place, 0];
        return Bytes($"{stream}3 0 obj\n{Stream("/Type /XRef /Size 4 /W [1 4 1] /Root 1 0 R", places)}\nendobj\nstartxref\n{stream.Length}\n%%EOF");
    }

    private static byte[] File(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        foreach (var (number, text) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{text}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        return Bytes(file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF").ToString());
    }

    private static string Stream(string about, byte[] content) => $"<< {about} /Length {content.Length} >>\nstream\n{Text(content)}\nendstream";

    // One packed megabyte again and again: nobody has to hold ten thousand of them to say them.
    private static byte[] Zeros(int megabytes)
    {
        using var one = new MemoryStream();
        using var packing = new DeflateStream(one, CompressionLevel.SmallestSize);
        packing.Write(new byte[1 << 20]);
        packing.Flush();
        byte[] block = one.ToArray(), all = new byte[2 + (block.Length * megabytes)];
        (all[0], all[1]) = (0x78, 0xDA);
        for (var i = 0; i < megabytes; i++)
            block.CopyTo(all, 2 + (i * block.Length));
        return all;
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize))
            packing.Write(content);
        return packed.ToArray();
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    // A byte a character, either way.
    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
