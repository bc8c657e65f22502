using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LeadHeat.Core.Grounding;
using LeadHeat.Tests.Core.Dialogue;
using LeadHeat.Tests.Core.Retrieval;

namespace LeadHeat.Tests.Core.Grounding;

public sealed class ClaimsGuardProperties
{
    private static readonly Evidence Known = Evidence.Of(Room.Last.Turn, Room.Findings, ownWords: false);

    private static readonly string[] Pieces =
    [
        "Home 1", "costs", "₹", "AED ", " Cr", " lakh", "%", "k", ". ", "! ", "\n", ", ", "-", "(", ")", "2BHK", "sq ft", "only", "units left", "1.45", "for", "Rs. ", "a pool", "½", "٣", "e.g. ",
    ];

    private static Salesroom Room => new Salesroom(Shipped.RealEstate).After("2 bhk in Whitefield under 2 crore");

    private static readonly Gen<string> Replies = Gen.OneOf(
            Gen.Elements(Pieces), Gen.Choose(0, 9_999).Select(number => number.ToString(CultureInfo.InvariantCulture)), Gen.Elements(" ", " ", " home "))
        .ListOf().Select(parts => string.Concat(parts));

    [Fact]
    public void No_number_is_in_a_guarded_reply_that_is_not_in_the_evidence() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Replies.ToArbitrary(), reply =>
    {
        var guarded = ClaimsGuard.Check(reply, Known);
        List<Figure> figures = [];
        foreach (var line in guarded.Text.Split('\n'))
        {
            figures.Clear();
            FigureReader.Read(line, figures);
            foreach (var figure in figures.Where(figure => !figure.IsWord && figure is not { Kind: FigureKind.Plain, Value: <= 10 }))
                Assert.True(Known.Says(figure), $"{line.Substring(figure.Start, figure.Length)} in '{guarded.Text}' of '{reply}'");
        }

        Assert.Equal(guarded.Removed.Count == 0 ? reply : guarded.Text, ClaimsGuard.Check(guarded.Text, Known).Text);
    }));

    [Fact]
    public void Built_in_replies_lose_nothing_in_any_demo_conversation()
    {
        List<string> lost = [];
        foreach (var playbook in Shipped.Playbooks.All)
        {
            foreach (var talk in Library.Talks(playbook.Name))
            {
                var room = new Salesroom(playbook, talk.Count);
                foreach (var line in talk)
                {
                    var reply = room.Say(line).Reply;
                    lost.AddRange(ClaimsGuard.Check(reply, Evidence.Of(room.Last.Turn, room.Findings, ownWords: true)).Removed.Select(verdict => $"{playbook.Name}: {verdict}"));
                }
            }
        }

        Assert.True(lost.Count == 0, string.Join("\n", lost.Distinct().Take(40)));
    }
}
