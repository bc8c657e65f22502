using System.Collections.Frozen;

namespace LeadHeat.Core.Understanding;

/// <summary>What a single word means to the scanners of amounts, counts and dates.</summary>
internal enum KeyKind : byte
{
    None, Number, Scale, Currency, AtMost, AtLeast, About, Between, And, Or, To, Than, More, Less, Not, Filler,
    Bed, Bath, Studio, TimeUnit, Month, In, By, After, Next, This, End, Soon, NoRush, Ordinal, SizeUnit, Square, Money, Per, Half, Article,
}

/// <param name="Value">The number, scale factor, months of a time unit, month's number, or square metres of a unit.</param>
/// <param name="Text">The currency.</param>
internal readonly record struct Keyword(KeyKind Kind, decimal Value = 0, string? Text = null);

internal static class Keywords
{
    private static readonly FrozenDictionary<string, Keyword> All = Build().ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The meaning of a folded word.</summary>
    public static Keyword Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var key) ? key : default;

    private static Dictionary<string, Keyword> Build()
    {
        Dictionary<string, Keyword> all = [];
        void Add(KeyKind kind, string words, decimal value = 0, string? text = null)
        {
            foreach (var word in words.Split(' '))
                all.Add(word, new(kind, value, text));
        }

        string[] numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        for (var i = 1; i < numbers.Length; i++)
            Add(KeyKind.Number, numbers[i], i);
        Add(KeyKind.Number, "fifteen", 15);
        Add(KeyKind.Number, "twenty", 20);
        Add(KeyKind.Number, "thirty", 30);
        Add(KeyKind.Number, "fifty", 50);
        Add(KeyKind.Number, "couple", 2);
        Add(KeyKind.Number, "few", 3);
        Add(KeyKind.Half, "half", 0.5m);
        Add(KeyKind.Article, "a an");

        Add(KeyKind.Scale, "lakh lakhs lac lacs lkh lakhss lk lks lack lacks l", 100_000, "INR");
        Add(KeyKind.Scale, "crore crores cr crs cror karod", 10_000_000, "INR");
        Add(KeyKind.Scale, "k thousand thousands grand", 1_000);
        Add(KeyKind.Scale, "m mn mln mil mill million millions", 1_000_000);

        Add(KeyKind.Currency, "inr rs rupees rupee ₹", 0, "INR");
        Add(KeyKind.Currency, "aed dhs dh dhm dirham dirhams", 0, "AED");
        Add(KeyKind.Currency, "usd dollar dollars $", 0, "USD");
        Add(KeyKind.Currency, "gbp pounds £", 0, "GBP");
        Add(KeyKind.Currency, "eur euro euros €", 0, "EUR");

        Add(KeyKind.AtMost, "under below upto max maximum within maxm limit tops less lesser atmost until till");
        Add(KeyKind.AtLeast, "above over minimum min plus onwards starting exceeding atleast");
        Add(KeyKind.About, "around about approx approximately roughly near nearly ~ circa somewhere");
        Add(KeyKind.Between, "between range");
        Add(KeyKind.And, "and &");
        Add(KeyKind.Or, "or /");
        Add(KeyKind.To, "to - – —");
        Add(KeyKind.Than, "than");
        Add(KeyKind.More, "more greater higher");
        Add(KeyKind.Not, "not no dont without except never isnt nahi cant");
        Add(KeyKind.Filler, "of is the : = my our it its be are");
        Add(KeyKind.Money, "budget price cost spend spending afford pay funds budjet");
        Add(KeyKind.Per, "per monthly yearly annually pm pa annum rent rental");

        Add(KeyKind.Bed, "bhk bhks bed beds bedroom bedrooms br brs bedded bdr bdrm bedrm rk");
        Add(KeyKind.Bath, "bath baths bathroom bathrooms toilets washrooms");
        Add(KeyKind.Studio, "studio studios");

        Add(KeyKind.TimeUnit, "day days", 1m / 30);
        Add(KeyKind.TimeUnit, "week weeks wk wks", 7m / 30);
        Add(KeyKind.TimeUnit, "month months mth mths mo mnth mnths mahine", 1);
        Add(KeyKind.TimeUnit, "quarter quarters", 3);
        Add(KeyKind.TimeUnit, "year years yr yrs", 12);
        string[] months = ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec"];
        for (var i = 0; i < months.Length; i++)
            Add(KeyKind.Month, months[i], i + 1);
        Add(KeyKind.In, "in");
        Add(KeyKind.By, "by before");
        Add(KeyKind.After, "after from");
        Add(KeyKind.Next, "next coming");
        Add(KeyKind.This, "this");
        Add(KeyKind.End, "end");
        Add(KeyKind.Soon, "asap immediately immediate urgent urgently");

        Add(KeyKind.Ordinal, "first 1st", 1);
        Add(KeyKind.Ordinal, "second 2nd", 2);
        Add(KeyKind.Ordinal, "third 3rd", 3);
        Add(KeyKind.Ordinal, "last", -1);

        Add(KeyKind.SizeUnit, "sqft sft sqfeet", 0.09290304m);
        Add(KeyKind.SizeUnit, "sqm sqmt sqmtr sqmeters m²", 1);
        Add(KeyKind.Square, "sq square");
        return all;
    }
}
