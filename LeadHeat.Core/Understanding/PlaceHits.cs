namespace LeadHeat.Core.Understanding;

/// <summary>Tokens that may name a place.</summary>
internal readonly record struct PlaceHit(int First, int End, Meaning Meaning, int Errors);

/// <summary>Finds where a message names places, and decides between readings that overlap.</summary>
internal static class PlaceHits
{
    private const int MostWords = 5;
    private const int MostWindows = 400;

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouyAEIOUY");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Small = WordSet.Of(
        "a an the in at on or and for of to by is it my me i we so no not yes am pm any as be but can do go he she if its let our see too up us was who you with from near flat bhk under around about within than that this");

    /// <summary>The places in the order of the text.</summary>
    public static List<PlaceHit> In(Scan scan, Lexicon lexicon)
    {
        var named = Named(scan, lexicon);
        List<(PlaceHit Hit, double Worth)> readings = [];
        foreach (var hit in named)
        {
            if (IsMeant(scan, hit, named, lexicon.Places))
                readings.Add((hit, LengthOf(scan, hit.First, hit.End) + 0.5));
        }
        AddMisspelt(scan, named, lexicon.Places, readings);
        return Choose(readings);
    }

    private static List<PlaceHit> Named(Scan scan, Lexicon lexicon)
    {
        List<PlaceHit> named = [];
        for (var i = 0; i < scan.Tokens.Length; i++)
        {
            if (scan.Tokens[i].Taken || scan.Tokens[i].Word < 0)
                continue;
            foreach (var meaning in lexicon.LongestAt(scan.Tokens, i, out var end))
            {
                if (meaning.Kind is MeaningKind.Area or MeaningKind.City)
                    named.Add(new(i, end, meaning, 0));
            }
        }
        return named;
    }

    // The reading that explains most letters first; what overlaps it is out.
    private static List<PlaceHit> Choose(List<(PlaceHit Hit, double Worth)> readings)
    {
        List<PlaceHit> chosen = [];
        while (readings.Count > 0)
        {
            var best = readings[0];
            foreach (var reading in readings)
            {
                if (reading.Worth > best.Worth || (reading.Worth == best.Worth && reading.Hit.End - reading.Hit.First < best.Hit.End - best.Hit.First))
                    best = reading;
            }
            chosen.AddRange(readings.Where(reading => reading.Hit.First == best.Hit.First && reading.Hit.End == best.Hit.End && reading.Worth == best.Worth).Select(reading => reading.Hit));
            readings.RemoveAll(reading => reading.Hit.First < best.Hit.End && best.Hit.First < reading.Hit.End);
        }
        chosen.Sort((one, other) => one.First.CompareTo(other.First));
        return chosen;
    }

    private static void AddMisspelt(Scan scan, List<PlaceHit> named, PlaceIndex index, List<(PlaceHit, double)> readings)
    {
        Span<char> letters = stackalloc char[PlaceIndex.Longest];
        var windows = 0;
        for (var first = 0; first < scan.Tokens.Length && windows < MostWindows; first++)
        {
            var expected = PlaceSigns.IsExpected(scan, named, first, first + 1);
            var (length, strange, words) = (0, 0, 0);
            for (var at = first; at < scan.Tokens.Length && words < MostWords; at++)
            {
                // Asked for a time, "in the spring" is a season.
                if (scan.IsWord(at, "spring") && scan.Answers(Facts.FactFields.Timeline))
                    break;
                // "Apna ghar" is one's own home, and not JP Nagar.
                if (scan.IsWord(at, "ghar") && at > first)
                    break;
                if (IsJoint(scan, first, at) || PlaceSigns.IsPerson(scan, first))
                    continue;
                if (!CanJoin(scan, at) || !Append(scan, at, letters, ref length))
                    break;
                words++;
                strange += IsStrange(scan, at, expected) || named.Exists(hit => hit.First <= at && at < hit.End) ? 1 : 0;
                if (length < 4 || (Small.Contains(scan.WordAt(first)) && words > 1 && !IsStrange(scan, first, expected) && !scan.IsWord(first, "the")) || (words > 1 && Small.Contains(scan.WordAt(at))))
                    continue;
                var limit = LimitOf(scan, named, first, at + 1, length, words, strange);
                if (limit == 0 || PlaceSigns.IsOfName(scan, first, at + 1))
                    continue;
                windows++;
                if (!index.Excludes(letters[..length]) && index.Find(letters[..length], limit) is var (name, errors) && (strange > 0 || name.Words == words)
                    && !(name.IsCommon && !PlaceSigns.IsExpected(scan, named, first, at + 1)))
                    readings.Add((new(first, at + 1, name.Meaning, errors), name.Letters.Length - (2.01 * errors) + (words > 1 && errors > 0 && Contains(named, first, at + 1) ? 1.5 : 0)));
            }
        }
    }

    private static bool Contains(List<PlaceHit> named, int first, int end) => named.Exists(hit => first <= hit.First && hit.End <= end);

    // How many errors are believed: more in long names, and where a place is expected.
    private static int LimitOf(Scan scan, List<PlaceHit> named, int first, int end, int length, int words, int strange)
    {
        var expected = PlaceSigns.IsExpected(scan, named, first, end);
        if (strange == 0)
            return expected && words > 1 && length >= 8 ? length >= 11 ? 2 : 1 : 0;
        return length switch
        {
            < 4 => 0,
            4 => expected ? 1 : 0,
            < 8 => expected ? 2 : 1,
            < 14 => 2,
            _ => 3,
        };
    }

    // "Springs" is a place in "a villa in the Springs", and none in "hot springs".
    private static bool IsMeant(Scan scan, PlaceHit hit, List<PlaceHit> named, PlaceIndex index)
    {
        if (PlaceSigns.IsPerson(scan, hit.First) || PlaceSigns.IsOfName(scan, hit.First, hit.End))
            return false;
        if (hit.Meaning.Area is not { } area || !IsCommon(scan, hit, index))
            return true;
        var capital = scan.Tokens[hit.End - 1].Capital && hit.First > 0 && scan.Tokens[hit.First - 1].Kind != TokenKind.Symbol;
        return capital || PlaceSigns.IsBesideHome(scan, hit.First, hit.End) || PlaceSigns.IsExpected(scan, named, hit.First, hit.End) || scan.KnownText(Facts.FactFields.City) == area.City
            || named.Exists(other => other.First != hit.First && other.Meaning != hit.Meaning && !IsCommon(scan, other, index));
    }

    private static bool IsCommon(Scan scan, in PlaceHit hit, PlaceIndex index)
    {
        Span<char> letters = stackalloc char[PlaceIndex.Longest];
        var length = 0;
        for (var at = hit.First; at < hit.End; at++)
        {
            if (scan.Tokens[at].Kind != TokenKind.Symbol && !Append(scan, at, letters, ref length))
                return false;
        }
        return index.Find(letters[..length], 0) is ({ IsCommon: true }, _);
    }

    private static bool IsJoint(Scan scan, int first, int at) =>
        at > first && at + 1 < scan.Tokens.Length && scan.Tokens[at].Kind == TokenKind.Symbol && (scan.IsSign(at, '-') || scan.IsSign(at, '.')) && !scan.Tokens[at].Apart;

    private static bool CanJoin(Scan scan, int at)
    {
        var token = scan.Tokens[at];
        return !token.Taken && !(token.Key.Kind == KeyKind.Bed && at > 0 && scan.Tokens[at - 1].Kind == TokenKind.Number) && (token.Kind == TokenKind.Word || (token.Kind == TokenKind.Number && token.Length <= 2 && token.Number == decimal.Truncate(token.Number)));
    }

    private static bool Append(Scan scan, int at, Span<char> letters, ref int length)
    {
        var word = scan.WrittenAt(at);
        if (length + word.Length > letters.Length)
            return false;
        var added = Tokenizer.Fold(word, letters[length..]);
        length += added;
        return added > 0;
    }

    // No word of English and none that the scanners know.
    private static bool IsStrange(Scan scan, int at, bool expected)
    {
        ref var token = ref scan.Tokens[at];
        if (token.Kind != TokenKind.Word || token.Key.Kind != KeyKind.None || (token.Length < 3 && (token.Length < 2 || scan.WordAt(at).ContainsAny(Vowels))))
            return false;
        if (token.Strange == 0)
        {
            Span<char> letters = stackalloc char[Tokenizer.LongestWord];
            var length = Tokenizer.Fold(scan.WordAt(at), letters);
            token.Strange = (sbyte)(length == 0 || scan.Playbook.Lexicon.Places.Excludes(letters[..length]) || EnglishWords.IsUsual(letters[..length]) ? -1 : EnglishWords.Contains(letters[..length]) ? 1 : 2);
        }
        return token.Strange >= (expected ? 1 : 2);
    }

    private static int LengthOf(Scan scan, int first, int end)
    {
        var length = 0;
        for (var at = first; at < end; at++)
            length += scan.Tokens[at].Kind == TokenKind.Symbol ? 0 : scan.Tokens[at].Length;
        return length;
    }
}
