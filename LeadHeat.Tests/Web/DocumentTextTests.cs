using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Web.Knowledge;

namespace LeadHeat.Tests.Web;

public sealed class DocumentTextTests
{
    [Fact]
    public void Headings_lists_and_emphasis_are_read_and_their_signs_are_gone()
    {
        var blocks = MarkdownBlocks.Read("# Fees #\n\nA **fixed** fee,\npaid *once*.\n- one\n  * two\n12. three\n\n---\n> said\n```\n## raw **code**\n```\n#hash 2 * 3 * 4 snake_case_word");

        Assert.Equal(
            ["Heading1:Fees", "Paragraph0:A [fixed] fee,\npaid (once).", "Item0•:one", "Item1•:two", "Item012.:three", "Rule0:", "Paragraph0:said", "Code0:## raw **code**", "Paragraph0:#hash 2 * 3 * 4 snake_case_word"],
            blocks.Select(Shown));
    }

    [Theory]
    [InlineData("**bold *and* more** end", "[bold ]([and])[ more] end")]
    [InlineData("[prices](https://example.com/x) and ![plan](p.png)", "prices and plan")]
    [InlineData("`**x**` and \\*star\\*", "**x** and *star*")]
    [InlineData("**never closed", "**never closed")]
    [InlineData("__strong__ _soft_", "[strong] (soft)")]
    [InlineData("<script>alert(1)</script> **<b>**", "<script>alert(1)</script> [<b>]")]
    [InlineData("5 ** 3 ** 2", "5 ** 3 ** 2")]
    public void Within_a_line_only_closed_signs_count(string line, string shown) =>
        Assert.Equal("Paragraph0:" + shown, Shown(Assert.Single(MarkdownBlocks.Read(line))));

    [Fact]
    public void Cited_words_are_found_by_their_place_in_the_document()
    {
        const string Text = "# Fees\n\nA **fixed fee** is paid.";
        var start = Text.IndexOf("fee**", StringComparison.Ordinal);

        var runs = MarkdownBlocks.Read(Text).SelectMany(block => block.Runs).SelectMany(run => run.Lighted([new(start, 8)])).ToList();

        Assert.Equal(["fee", " is"], runs.Where(run => run.Lit).Select(run => run.Text));
        Assert.Equal("FeesA fixed fee is paid.", string.Concat(runs.Select(run => run.Text)));
    }

    [Fact]
    public void Several_words_of_a_line_are_lit_and_none_of_its_signs()
    {
        const string Text = "Cancel **any time** by the month.\n_Can I cancel?_";
        MarkdownSpan[] places = [new(0, 6), new(Text.IndexOf("time", StringComparison.Ordinal), 4), new(Text.LastIndexOf("cancel", StringComparison.Ordinal), 6)];

        var groups = MarkdownBlocks.Grouped(MarkdownBlocks.Read(Text), places);

        Assert.Equal(["Cancel any time by the month.", "Can I cancel?"], groups.Select(group => string.Concat(group[0].Runs.Select(run => run.Text))));
        Assert.Equal(["Cancel", "time", "cancel"], groups.SelectMany(group => group[0].Runs).Where(run => run.Lit).Select(run => run.Text));
    }

    [Theory]
    [InlineData("It is free.\n_Is it free? What's the fee?_\nNobody pays.", "Paragraph0:It is free.|Asked0:(Is it free? What's the fee?)|Paragraph0:Nobody pays.")]
    [InlineData("*Is it free?*", "Asked0:(Is it free?)")]
    [InlineData("**Is it free?**\nIt is.", "Paragraph0:[Is it free?]\nIt is.")]
    [InlineData("_It is free._", "Paragraph0:(It is free.)")]
    [InlineData("* Is it free?", "Item0•:Is it free?")]
    public void A_line_of_customers_questions_stands_for_itself(string text, string shown) =>
        Assert.Equal(shown, string.Join('|', MarkdownBlocks.Read(text).Select(Shown)));

    [Theory]
    [InlineData("# Fees and *taxes*\n\nA fee.", "Fees and taxes", 0, 1)]
    [InlineData("# Fees and *taxes*\n\nA fee.", "Fees and taxes", 20, 1)]
    [InlineData("# Fees\n\nA fee.", "Fees", 3, 2)]
    [InlineData("# Fees\n\nA fee.", "Prices", 0, 2)]
    [InlineData("Fees\n\nA fee.", "Fees", 0, 2)]
    [InlineData("# Fees", "Fees", 0, 1)]
    public void Title_is_not_said_twice_unless_it_is_cited(string text, string title, int from, int blocks) =>
        Assert.Equal(blocks, MarkdownBlocks.WithoutTitle(MarkdownBlocks.Read(text), title, from).Count);

    [Fact]
    public void Every_text_is_read_and_each_run_stands_where_it_says() => Prop.ForAll<string?>(words =>
    {
        var text = string.Concat((words ?? "").Select(sign => "*_[]`\n(-# a\\1.!)"[sign % 16]));
        return MarkdownBlocks.Read(text).SelectMany(block => block.Runs).All(run => run.Text == text.Substring(run.Start, run.Text.Length));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_document_of_signs_alone_costs_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.NotEmpty(MarkdownBlocks.Read(string.Concat(Enumerable.Repeat("*a_[`", 40_000))));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
    }

    private static string Shown(MarkdownBlock block) => $"{block.Kind}{block.Level}{block.Marker}:{string.Concat(block.Runs.Select(Shown))}";

    private static string Shown(MarkdownRun run) => (run.Strong, run.Emphasis) switch
    {
        (true, true) => $"([{run.Text}])",
        (true, false) => $"[{run.Text}]",
        (false, true) => $"({run.Text})",
        _ => run.Text,
    };
}
