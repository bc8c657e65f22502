# Porter's rules as Analyzer and Stemmer of LeadHeat.Core/Retrieval have them: a stem here has to be a stem there.
EMPTY = set(('a about all also am an and any are as at be been but by can could did do does for from get got had has have he her his how i id if ' +
            'im in into is it its ive just like me may might my no not of on or our please s she should so some such t than that the their them ' +
            'then there these they this those to too us very was we were what when where which who whom whose why will with would you your hi ' +
            'hello hey tell know want thanks thank').split())
DOUBLES = [pair.split(':') for pair in 'ational:ate tional:tion enci:ence anci:ance izer:ize iser:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize isation:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log'.split()]
SINGLES = [pair.split(':') for pair in 'icate:ic ative: alize:al alise:al iciti:ic ical:ic ful: ness:'.split()]
LAST = 'al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize ise'.split()


def is_vowel(word, at):
    return word[at] in 'aeiou' or (word[at] == 'y' and at > 0 and not is_vowel(word, at - 1))


def measure(word):
    vowels = [is_vowel(word, at) for at in range(len(word))]
    return sum(1 for before, now in zip(vowels, vowels[1:]) if before and not now)


def has_vowel(word):
    return any(is_vowel(word, at) for at in range(len(word)))


def ends_double(word):
    return len(word) > 1 and word[-1] == word[-2] and not is_vowel(word, len(word) - 1)


def ends_short(word):
    return len(word) > 2 and [is_vowel(word, len(word) - at) for at in (3, 2, 1)] == [False, True, False] and word[-1] not in 'wxy'


def stem(word):
    if len(word) < 3:
        return word
    if word.endswith(('sses', 'ies')):
        word = word[:-2]
    elif word[-1] == 's' and word[-2] != 's':
        word = word[:-1]
    if word.endswith('eed'):
        word = word[:-1] if measure(word[:-3]) > 0 else word
    else:
        cut = 2 if word.endswith('ed') and has_vowel(word[:-2]) else 3 if word.endswith('ing') and has_vowel(word[:-3]) else 0
        if cut:
            word = word[:-cut]
            if word.endswith(('at', 'bl', 'iz')):
                word += 'e'
            elif ends_double(word) and word[-1] not in 'lsz':
                word = word[:-1]
            elif measure(word) == 1 and ends_short(word):
                word += 'e'
    if len(word) > 2 and word[-1] == 'y' and has_vowel(word[:-1]):
        word = word[:-1] + 'i'
    for rules in (DOUBLES, SINGLES):
        for old, new in rules:
            if word.endswith(old):
                word = word[:-len(old)] + new if measure(word[:-len(old)]) > 0 else word
                break
    if word.endswith('ion'):
        word = word[:-3] if len(word) > 3 and word[-4] in 'st' and measure(word[:-3]) > 1 else word
    else:
        cut = max((len(ending) for ending in LAST if word.endswith(ending)), default=0)
        word = word[:-cut] if cut and measure(word[:-cut]) > 1 else word
    if len(word) > 2 and word[-1] == 'e' and (measure(word[:-1]) > 1 or (measure(word[:-1]) == 1 and not ends_short(word[:-1]))):
        word = word[:-1]
    return word[:-1] if len(word) > 2 and word.endswith('ll') and measure(word[:-1]) > 1 else word
