namespace LeadHeat.ServiceDefaults;

internal static class PhoneFinder
{
    private const int Most = 15;
    private const int Fewest = 7;

    // A bare number so short may count anything.
    private const int FewestBare = 8;
    private const int FewestAfterLetters = 10;
    private const int MostGroups = 7;

    /// <summary>The next phone number from there on, in whatever way it is written.</summary>
    public static (int Start, int End)? Next(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (!char.IsDigit(text[at]))
                continue;
            var run = Read(text, at);
            if (run.IsIsoDate)
            {
                at += 9;
                continue;
            }

            var start = Start(text, from, at);
            if (IsPhone(text, run, start, at))
                return (start, run.End);
            at = run.End - 1;
        }

        return null;
    }

    // A plus, or a bracket, or both, belong to it.
    private static int Start(string text, int from, int at)
    {
        if (at > from && text[at - 1] == '(')
            at--;
        return at > from && text[at - 1] == '+' ? at - 1 : at;
    }

    private static bool IsPhone(string text, Run run, int start, int at)
    {
        if (run.Digits is < Fewest or > Most || run.IsDate || run.IsMachine || !EndsThere(text, run.End) || !BeginsThere(text, start, run))
            return false;
        if (text[start] == '+' || run.StartsWithZeros)
            return true;
        if (run.Groups == 1)
            return run.Digits >= FewestBare;
        return run.Longest >= 3 && run.Groups <= MostGroups && (run.Dots == 0 || (run.Groups >= 3 && run.Longest <= 4));
    }

    // Not a part of an id: "…-4f3a", "12345678-1234-7…".
    private static bool EndsThere(string text, int end) =>
        end >= text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_' || (text[end] == '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));

    private static bool BeginsThere(string text, int start, Run run)
    {
        if (start == 0)
            return true;
        var before = text[start - 1];
        if (before == '-' && start > 1 && char.IsLetterOrDigit(text[start - 2]))
            return false;
        if (!char.IsLetterOrDigit(before) && before != '_')
            return before != '.' || start == 1 || !char.IsDigit(text[start - 2]);
        // "wa971501234567" is a number; the end of a hash is none.
        var word = start - 1;
        var isHex = true;
        for (; word >= 0 && char.IsLetterOrDigit(text[word]); word--)
            isHex &= char.IsAsciiHexDigit(text[word]);
        return !isHex && run.Groups == 1 && run.Digits >= FewestAfterLetters;
    }

    private static Run Read(string text, int at)
    {
        var run = new Run { End = at };
        var group = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
            {
                run.AddDigit(text[i], ++group);
                run.End = i + 1;
                continue;
            }

            // At most two signs between two groups: "1 (202) 555".
            var next = i;
            while (next < text.Length && next < i + 2 && IsSeparator(text[next]))
                next++;
            if (next == i || next >= text.Length || !char.IsDigit(text[next]))
                break;
            run.EndGroup(group, text[i]);
            group = 0;
            i = next - 1;
        }

        run.EndGroup(group, '\0');
        return run;
    }

    private static bool IsSeparator(char sign) => sign is ' ' or '-' or '.' or '(' or ')' or '/' or '\u00A0' or '\u2009' or '\u2010' or '\u2011' or '\u2013' or '\u202F';

    private struct Run
    {
        private int _first;
        private int _second;
        private int _third;
        private int _leading;

        public int End;
        public int Digits;
        public int Groups;
        public int Longest;
        public int Dots;
        private int _dashes;

        public readonly bool StartsWithZeros => _leading >= 2 && _first != 2 || _leading >= 2 && Digits >= 9;

        /// <summary>2026-11-21, whatever comes behind it.</summary>
        public readonly bool IsIsoDate => _first == 4 && _second == 2 && _third == 2 && _dashes >= 2;

        /// <summary>21/11/2026 and 21.11.2026.</summary>
        public readonly bool IsDate => Groups == 3 && _first <= 2 && _second <= 2 && _third == 4;

        /// <summary>192.168.100.200.</summary>
        public readonly bool IsMachine => Groups == 4 && Dots == 3 && Longest <= 3;

        public void AddDigit(char digit, int place)
        {
            if (Digits == _leading && char.GetNumericValue(digit) == 0)
                _leading++;
            Digits++;
            Longest = Math.Max(Longest, place);
        }

        public void EndGroup(int length, char separator)
        {
            Groups++;
            Dots += separator == '.' ? 1 : 0;
            if (Groups == 1)
                _first = length;
            else if (Groups == 2)
                _second = length;
            else if (Groups == 3)
                _third = length;
            if (separator == '-' && Groups <= 2)
                _dashes++;
        }
    }
}
