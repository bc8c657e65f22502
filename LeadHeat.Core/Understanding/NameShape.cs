using LeadHeat.Core.Facts;
using LeadHeat.Core.Understanding.Classifying;

namespace LeadHeat.Core.Understanding;

/// <summary>Reads what has the shape of a person's name: <c>Asha Rao</c>, <c>A. R. Rahman</c>, <c>Khalid bin Saeed Al-Maktoum</c>, <c>Dr. Susan Lee</c>.</summary>
internal static class NameShape
{
    private const int MostParts = 5;
    private const int MostLowerParts = 5;

    // What stands where a name would without being one.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNames = WordSet.Of(
        "ceo cto coo cfo cmo cio hr founder cofounder uh um umm er err uhh ah hm hmm eh ich bonjour bonsoir hallo guten morgen abend hola buenos buenas ciao buongiorno salut servus gruße grusse gruß gruss mfg cordialement saludos saluti groeten danke merci gracias frm mailto canadian australian french italian russian chinese pakistani bangladeshi lebanese egyptian syrian jordanian iranian iraqi saudi kuwaiti qatari omani filipino nigerian kenyan african european asian irish scottish dutch spanish polish turkish korean japanese singaporean malaysian punjabi gujarati tamil telugu malayali kannadiga bengali marathi marwari muslim hindu christian sikh parsi buddhist vegetarian vegan retired software senior junior assistant consultant architect accountant banker nurse pilot freelancer chef barista lawyer advocate pharmacist dentist bored broke stuck ready serious interested important genuine awesome amazing ridiculous great perfect urgent regarding speaking confusing a an the not no very so too just also still only now here there in on at from of with for to and or but by about after all already always any anything available away back based both busy certain clear come confused cool curious current currently done down early else engaged even ever exploring fine flexible free fresh full fully glad going good happy hello hey hi home hoping however i ill im interested into is it its keen late later like living looking lost maybe me married moving mine more much my new next nice nri off ok okay old one open out over planning please pre preapproved quite ready really relocating sales same searching shifting sick single sir madam maam sorry sure that thanks then thinking this tired trying unable unsure up us usually waiting wanting well what when where who why willing within working wondering yes yet you your yeah yep nope indian british german american emirati arab local expat buyer owner investor engineer doctor teacher student manager family two three four need needs want wants wanted would have has had phone number email mail mobile customer client serious cash budget flat house villa apartment using doing considering comparing afraid opening running starting setting visiting buying renting selling spelled spelt called known side team regards thank thanks cheers best warm kind hai hoon hun aur yaar ji bhai speaking calling writing guessing dear all whatsapp call contact reach text ping mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight morning evening afternoon noon night weekend asap cell tel ph mob fax name naam thx plz pls btw fyi lol tq tks thnx xx xxx xo xoxo");

    // Everyday Hinglish, which no English dictionary tells from a name.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Hinglish = WordSet.Of(
        "pesuren pesaren pesuran maataadta thoda thodi thode kuch koi kya kyu kyun kyon kab kahan kahaan kaise kaisa kaun kaunsa kitna kitne kitni sasta saste sasti mehnga mehenga mahanga mehengi accha acha achha achcha acchi theek thik thek nahi nahin nai haan haa han bas ya par lekin magar mujhe mujhko hume humko hamein mera meri mere hamara hamare apna apne aap aapka tum hum woh wo ye yeh yahan yaha wahan waha chahiye chaiye chahie chahta chahte dikhao dikha dikhaye batao bata bataiye bolo bol bola dekho dekh dekhna lena dena liya diya karo karna kar karke kijiye raha rahe rahi tha thi hoga hogi ho gaya gayi gaye abhi baad pehle phir fir jaldi der zyada jyada kam bahut bohot bada badi chota choti ghar makaan paisa paise baat paas door wala wali wale sirf bhi toh na mat kal aaj parso subah shaam raat din mahina mahine saal log sahi galat milega milegi milta jao aao chalega chalo dono ek teen paanch wapas baaki ke ka ki ko se me mein mai pe tak tab jab agar warna kyunki matlab inshallah mashallah shukran habibi yalla khalas wallah");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = WordSet.Of("wing commander cdr col colonel maj major brig brigadier lt lieutenant retd mr mrs ms miss dr prof eng engr er adv sheikh sheikha haji hajji hajj sri shri smt shrimati capt captain");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = WordSet.Of("bin bint ibn binti al el ul ur van von der den de da del della di dos la le du ter abu umm");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Shortened = WordSet.Of("mohd md mohammad muhd abd st");

    /// <summary>The name that begins at a token, without its title; null when there is none.</summary>
    /// <param name="lower">Whether small letters are trusted.</param>
    public static (int Start, int End)? From(Scan scan, int start, bool lower)
    {
        var first = AfterTitles(scan, start);
        var isLower = lower && first < scan.Tokens.Length && !scan.Tokens[first].Capital;
        var (at, parts, words) = (first, 0, 0);
        while (at < scan.Tokens.Length && parts < (isLower ? MostLowerParts : MostParts) && (at == first || IsSameLine(scan, at)))
        {
            var next = PartEnd(scan, at, isLower, at == first, out var isWord);
            if (next == at)
                break;
            (at, parts, words) = (next, parts + 1, words + (isWord ? 1 : 0));
        }
        return words == 0 ? null : (first, at);
    }

    /// <summary>The name with capitals that ends before a token, without its title; null when there is none.</summary>
    public static (int Start, int End)? Before(Scan scan, int end)
    {
        for (var start = Math.Max(0, end - (2 * MostParts)); start < end; start++)
        {
            var begins = start == 0 || !scan.Tokens[start - 1].Capital || scan.Tokens[start - 1].Kind != TokenKind.Word || !IsSameLine(scan, start) || IsTitle(scan, start - 1) || !IsWord(scan, start - 1, false);
            if (begins && !IsTitle(scan, start) && scan.Tokens[start].Capital && From(scan, start, lower: false) is var (first, last) && last == end)
                return (first, last);
        }
        return null;
    }

    /// <summary>Whether a token may be a word of a name.</summary>
    public static bool IsWord(Scan scan, int at, bool lower)
    {
        if (!scan.IsFree(at))
            return false;
        var token = scan.Tokens[at];
        if ((lower || token.Capital) && GivenNames.IsAt(scan, at))
            return true;
        if (token.Kind != TokenKind.Word || token.Length is < 2 or > 24 || (!lower && !token.Capital) || (token.Key.Kind is not (KeyKind.None or KeyKind.Month) && !IsSurname(scan, at)))
            return false;
        return (token.Word < 0 || token.Capital) && (token.Key.Kind != KeyKind.Month || token.Capital) && !IsNoName(scan, at) && (IsBehindName(scan, at) || !Holds(Hinglish, scan, at) || IsAskedName(scan, at));
    }

    // "Tomorrow", also as "tmrw".
    private static bool IsNoName(Scan scan, int at)
    {
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        var folded = letters[..Tokenizer.Fold(scan.WordAt(at), letters)];
        return NotNames.Contains(folded) || NotNames.Contains(Shorthand.Of(folded));
    }

    // "Gareth Pryce": behind a given name no price that is misspelt.
    private static bool IsSurname(Scan scan, int at)
    {
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        return scan.Tokens[at].Capital && at > 0 && scan.Tokens[at - 1].Capital && GivenNames.IsAt(scan, at - 1) && Keywords.Of(letters[..Tokenizer.Fold(scan.WrittenAt(at), letters)]).Kind == KeyKind.None;
    }

    // "Mai Huong Nguyen": where the name was asked for, and all of the answer is written as one.
    private static bool IsAskedName(Scan scan, int at) => at == 0 && scan.Answers(FactFields.Name) && scan.Tokens.Length is 2 or 3 or 4
        && Array.TrueForAll(scan.Tokens, token => token is { Kind: TokenKind.Word, Capital: true, Length: > 1, Key.Kind: KeyKind.None } && char.IsLower(scan.Text[token.Start + 1]));

    // "Nguyen Thi Lan": written as a name behind a name, a word of Hinglish is a name too.
    private static bool IsBehindName(Scan scan, int at) => at > 0 && scan.Tokens[at] is { Capital: true, Length: > 1 } && char.IsLower(scan.Text[scan.Tokens[at].Start + 1])
        && scan.Tokens[at - 1] is { Capital: true, Kind: TokenKind.Word, Length: > 1 } && char.IsLower(scan.Text[scan.Tokens[at - 1].Start + 1]) && scan.Tokens[at - 1].Key.Kind == KeyKind.None;

    public static bool IsParticle(ReadOnlySpan<char> word) => Particles.Contains(word);

    public static bool IsTitle(Scan scan, int at) => at >= 0 && at < scan.Tokens.Length && Holds(Titles, scan, at);

    public static int AfterTitles(Scan scan, int at)
    {
        while (at + 1 < scan.Tokens.Length && (IsTitle(scan, at) || (scan.IsSign(at, '(') && IsTitle(scan, at + 1)) || (scan.IsSign(at, ')') && IsTitle(scan, at - 1))))
            at += scan.IsSign(at + 1, '.') ? 2 : 1;
        return at;
    }

    // One part: "Asha", "Jean-Pierre", "Mohd.", "K.", "bin Saeed", "Al-Maktoum"; where it ends, or where it would begin.
    private static int PartEnd(Scan scan, int at, bool isLower, bool isFirst, out bool isWord)
    {
        isWord = false;
        if (IsInitial(scan, at, isLower))
            return scan.IsSign(at + 1, '.') && (isFirst || at + 2 < scan.Tokens.Length) ? at + 2 : at + 1;
        if (Holds(Particles, scan, at) && scan.IsFree(at) && (!isFirst || scan.Tokens[at].Capital || isLower))
        {
            var behind = IsJoint(scan, at + 1) ? at + 2 : at + 1;
            var end = behind < scan.Tokens.Length && IsSameLine(scan, behind) ? PartEnd(scan, behind, isLower, false, out isWord) : behind;
            return isWord ? end : at;
        }
        if (!IsWord(scan, at, isLower))
            return at;
        isWord = true;
        var next = at + 1;
        while (IsJoint(scan, next) && (IsWord(scan, next + 1, isLower) || IsSmallHalf(scan, next + 1)))
            next += 2;
        return Holds(Shortened, scan, at) && scan.IsSign(next, '.') ? next + 1 : next;
    }

    // "Hyun-woo Bae"
    private static bool IsSmallHalf(Scan scan, int at) => scan.Tokens[at].Length is >= 2 and <= 5 && IsWord(scan, at, lower: true) && (!EnglishWords.Contains(scan.WordAt(at)) || (at + 1 < scan.Tokens.Length && scan.Tokens[at + 1] is { Capital: true, Kind: TokenKind.Word }));

    // "K." or "S" before or behind other parts; "I" alone is the speaker, "a" an article.
    private static bool IsInitial(Scan scan, int at, bool isLower)
    {
        if (!scan.IsFree(at) || scan.Tokens[at] is not { Kind: TokenKind.Word, Length: 1 } || isLower == scan.Tokens[at].Capital)
            return false;
        // "t. r. subramaniam", "anupama k nair": in small letters between or before names only.
        if (isLower)
            return !scan.IsWord(at, "i") && !scan.IsWord(at, "u") && (scan.IsSign(at + 1, '.') && !scan.Tokens[at + 1].Apart ? at + 2 < scan.Tokens.Length && scan.Tokens[at + 2].Kind == TokenKind.Word : !scan.IsWord(at, "a") && GivenNames.IsAt(scan, at + 1));
        return (scan.IsSign(at + 1, '.') && !scan.Tokens[at + 1].Apart) || !(scan.IsWord(at, "i") || (scan.IsWord(at, "a") && !IsCapitalLetter(scan, at + 1)));
    }

    private static bool IsCapitalLetter(Scan scan, int at) => at < scan.Tokens.Length && scan.Tokens[at] is { Kind: TokenKind.Word, Length: 1, Capital: true };

    private static bool IsJoint(Scan scan, int at) =>
        scan.IsSign(at, '-') && !scan.Tokens[at].Apart && at + 1 < scan.Tokens.Length && scan.Tokens[at + 1] is { Apart: false, Kind: TokenKind.Word };

    private static bool IsSameLine(Scan scan, int at) =>
        at == 0 || !scan.Text.AsSpan(scan.Tokens[at - 1].End, scan.Tokens[at].Start - scan.Tokens[at - 1].End).Contains('\n');

    private static bool Holds(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, Scan scan, int at)
    {
        Span<char> letters = stackalloc char[Tokenizer.LongestWord];
        if (at >= scan.Tokens.Length)
            return false;
        var folded = letters[..Tokenizer.Fold(scan.WordAt(at), letters)];
        return words.Contains(folded);
    }
}
