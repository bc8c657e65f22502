namespace LeadHeat.Web.Chat;

/// <summary>Pages that are part of the program.</summary>
internal static class PageFile
{
    public static string Read(string name)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
