using System.Collections.Frozen;

namespace LeadHeat.Core.Understanding;

/// <summary>What a single word means to the scanners of amounts, counts and dates.</summary>
internal enum KeyKind : byte
{
    None, Number, Scale, Currency, AtMost, AtLeast, About, Between, And, Or, To, Than, More, Less, Not, Filler,
    Bed, Bath, Studio, TimeUnit, Month, In, By, After, Next, This, End, Soon, NoRush, Ordinal, SizeUnit, Square, Money, Per, Half, Article,
    HindiNumber, Tens, Hundred, Quarter, Season,
}

/// <param name="Value">The number, scale factor, months of a time unit, month's number, or square metres of a unit.</param>
/// <param name="Text">The currency.</param>
internal readonly record struct Keyword(KeyKind Kind, decimal Value = 0, string? Text = null);

internal static class Keywords
{
    /// <summary>Money in whatever currency is usual: "bucks".</summary>
    public const string AnyCurrency = "*";

    private static readonly FrozenDictionary<string, Keyword> All = Build().ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that are known with a typing error, too: those that bound amounts and times.</summary>
    public static IEnumerable<string> ToSpell => All.Where(static entry => entry.Value.Kind is KeyKind.Scale or KeyKind.AtMost or KeyKind.AtLeast or KeyKind.About or KeyKind.Between or KeyKind.Bed or KeyKind.TimeUnit or KeyKind.Money or KeyKind.Soon
        or KeyKind.Month or KeyKind.By or KeyKind.After or KeyKind.End or KeyKind.Number or KeyKind.Tens or KeyKind.Hundred or KeyKind.Ordinal or KeyKind.Next or KeyKind.Half).Select(static entry => entry.Key);

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
        string[] teens = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        for (var i = 0; i < teens.Length; i++)
            Add(KeyKind.Number, teens[i], i + 13);
        string[] tens = ["twenty", "thirty", "forty fourty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        for (var i = 0; i < tens.Length; i++)
            Add(KeyKind.Tens, tens[i], (i + 2) * 10);
        Add(KeyKind.Hundred, "hundred hundreds", 100);
        AddHindiNumbers((kind, words, value, text) => Add(kind, words, value, text));
        Add(KeyKind.Number, "couple", 2);
        Add(KeyKind.Number, "few", 3);
        Add(KeyKind.Half, "half", 0.5m);
        Add(KeyKind.Article, "a an");

        Add(KeyKind.Scale, "lakh lakhs lac lacs lkh lkhs lakhss lk lks lack lacks laks lak laakh laakhs l", 100_000, "INR");
        Add(KeyKind.Scale, "crore crores cr crs cror crors carore carores karod karor croe", 10_000_000, "INR");
        Add(KeyKind.Scale, "hazar hazaar hajar hajaar hazzar", 1_000, "INR");
        Add(KeyKind.Scale, "k thousand thousands thousnd grand alf alaf", 1_000);
        Add(KeyKind.Scale, "m mn mns mln mlns mio mil mill million millions milion milions millon malyon malyoon melyon melyoon mileyon miliyon", 1_000_000);

        Add(KeyKind.Currency, "inr rs rupees rupee rupaye rupay rupye ₹", 0, "INR");
        Add(KeyKind.Currency, "aed dhs dh dhm dhms dirham dirhams dirhem dirhems derham derhams", 0, "AED");
        Add(KeyKind.Currency, "usd dollar dollars $", 0, "USD");
        Add(KeyKind.Currency, "bucks", 0, AnyCurrency);
        Add(KeyKind.Currency, "gbp pound pounds quid £", 0, "GBP");
        Add(KeyKind.Currency, "eur euro euros €", 0, "EUR");
        Add(KeyKind.Currency, "sar riyals", 0, "SAR");
        Add(KeyKind.Currency, "qar", 0, "QAR");
        Add(KeyKind.Currency, "sgd", 0, "SGD");

        Add(KeyKind.AtMost, "under below upto max maximum within maxm limit tops less lesser atmost until till tak cap capped ceiling ceilings limits undr uptil maximam");
        Add(KeyKind.AtLeast, "above over minimum min plus onwards onward upwards starting exceeding exceed exceeds cross crossing beyond atleast abv");
        Add(KeyKind.About, "around about abt approx approximately aprox roughly near nearly ~ circa somewhere ballpark lagbhag kareeb karib takriban arnd aroud almost");
        Add(KeyKind.Between, "between betwen btw btwn bw range");
        Add(KeyKind.And, "and &");
        Add(KeyKind.Or, "or / ya");
        Add(KeyKind.To, "to - – — se");
        Add(KeyKind.Than, "than");
        Add(KeyKind.More, "more greater higher");
        Add(KeyKind.Not, "not no dont without except never isnt aint arent nahi nahin cant cannot nothing wont shouldnt wouldnt couldnt mustnt neednt shant doesnt");
        Add(KeyKind.Filler, "of is the : = my our it its be are ka ke ki");
        Add(KeyKind.Money, "budget budgets budgt bugdet buget budegt price cost spend spending afford pay funds budjet stretch");
        Add(KeyKind.Per, "per monthly yearly annually pm pa annum rent rental");

        Add(KeyKind.Bed, "bedder bedders bhk bhks bed beds bedroom bedrooms br brs bedded bdr bdrm bedrm rk");
        Add(KeyKind.Bath, "bath baths bathroom bathrooms toilets washrooms");
        Add(KeyKind.Studio, "studio studios");

        Add(KeyKind.TimeUnit, "day days din", 1m / 30);
        Add(KeyKind.TimeUnit, "week weeks wk wks weeek weeeks hafte hafta hafton", 7m / 30);
        Add(KeyKind.TimeUnit, "fortnight fortnights", 14m / 30);
        Add(KeyKind.TimeUnit, "month months mth mths mo mos mnth mnths monts monthes moths mahine mahina mahino mahinon maheene", 1);
        Add(KeyKind.TimeUnit, "quarter quarters qtr", 3);
        Add(KeyKind.TimeUnit, "year years yr yrs saal sal", 12);
        string[] months = ["january jan janury janaury jaunary", "february feb febuary februry", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept septmber", "october oct octber", "november nov novemeber", "december dec decmber"];
        for (var i = 0; i < months.Length; i++)
            Add(KeyKind.Month, months[i], i + 1);
        Add(KeyKind.In, "in");
        Add(KeyKind.By, "by before bfore");
        Add(KeyKind.After, "after from post");
        Add(KeyKind.Next, "next nxt coming upcoming agle agla following");
        Add(KeyKind.This, "this isi current");
        Add(KeyKind.End, "end ending");
        Add(KeyKind.Soon, "asap immediately immediate urgent urgently immediatly imediately turant jaldi");

        Add(KeyKind.Ordinal, "first 1st", 1);
        Add(KeyKind.Ordinal, "second 2nd", 2);
        Add(KeyKind.Ordinal, "third 3rd", 3);
        Add(KeyKind.Ordinal, "last", -1);

        Add(KeyKind.SizeUnit, "sqft sft sqfeet", 0.09290304m);
        Add(KeyKind.SizeUnit, "sqm sqmt sqmtr sqmeters m²", 1);
        Add(KeyKind.Square, "sq square");
        return all;
    }

    // Read as numbers only before a scale, a unit of time or bedrooms: "do" and "char" are English words too.
    private static void AddHindiNumbers(Action<KeyKind, string, decimal, string?> add)
    {
        (string Words, decimal Value)[] numbers =
        [
            ("aadha adha aadhi", 0.5m), ("ek", 1), ("sava sawa", 1.25m), ("dedh derh ded", 1.5m), ("do", 2), ("dhai adhai dhaai", 2.5m), ("teen tin", 3), ("char chaar", 4),
            ("paanch panch", 5), ("chhe chhah", 6), ("saat", 7), ("aath", 8), ("nau", 9), ("das", 10), ("pandrah", 15), ("bees", 20),
            ("pachees pachis", 25), ("tees", 30), ("chalis chalees", 40), ("pachas pachaas", 50), ("sattar", 70), ("assi", 80), ("nabbe", 90), ("sau", 100), ("pachasi", 85), ("pachhattar pachattar", 75), ("pichhattar", 75), ("painsath", 65), ("paintalis", 45), ("paintis", 35), ("saath", 60), ("pachpan", 55), ("pachanve", 95),
        ];
        foreach (var (words, value) in numbers)
            add(KeyKind.HindiNumber, words, value, null);
    }
}
