using System.Globalization;
using System.Text.RegularExpressions;
using LeadHeat.AppHost.Local.Engine;

namespace LeadHeat.Tests;

/// <summary>The checklist says what is so: its counts are right, and the tests and documents that it names are there.</summary>
public sealed partial class AsvsTests
{
    private static readonly string Folder = Path.Combine(Solution.Root, "docs");
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "asvs.md"));
    private static readonly string[] States = [.. Item().Matches(Text).Select(item => item.Groups[1].Value.Trim())];

    [Fact]
    public void Counts_are_those_of_the_items()
    {
        var counts = States.CountBy(KindOf).ToDictionary();

        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{States.Length} items: {counts["test"]} held by a test, {counts["code"]} by code or a document, {counts["none"]} do not apply, {counts.GetValueOrDefault("open")} open in whole or in part."),
            Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_and_documents_that_are_named_are_there()
    {
        var tests = typeof(AsvsTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();

        Assert.Empty(States.SelectMany(state => NamedTest().Matches(state).Select(name => name.Groups[1].Value)).Except(tests));
        foreach (var link in States.SelectMany(state => Link().Matches(state)))
        {
            var document = File.ReadAllText(Path.Combine(Folder, link.Groups[1].Value));
            if (link.Groups[2].Value is { Length: > 0 } place)
                Assert.Contains(place, Heading().Matches(document).Select(heading => heading.Groups[1].Value.ToLowerInvariant().Replace(' ', '-')));
        }
    }

    private static string KindOf(string state) =>
        state.StartsWith("not applicable", StringComparison.Ordinal) ? "none" : Open().IsMatch(state) ? "open" : state.StartsWith("test", StringComparison.Ordinal) ? "test" : "code";

    // | 1.2.3 | 1 | about | state |
    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \| \d \| [^|]* \|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Item();

    [GeneratedRegex(@"(^|; |\. )open\b")]
    private static partial Regex Open();

    [GeneratedRegex(@"`(?:\w+\.)?(\w+Tests)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\]\((\w+\.md)(?:#([\w-]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
