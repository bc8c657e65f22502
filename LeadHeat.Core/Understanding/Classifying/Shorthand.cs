using System.Collections.Frozen;

namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>Words as they are typed in a hurry, and what is meant: what was learned of a word then holds for its short form.</summary>
internal static class Shorthand
{
    private static readonly FrozenDictionary<string, string> Meant = Read("""
        you: u yu yew
        your: ur yr yours
        are: r
        why: y
        okay: ok k kk oki okey okie okk
        what: wat wht wot wut
        whats: wats wots
        please: pls plz plse pl
        about: abt abut
        because: bcz bcoz cuz coz cos becoz
        with: w wid wth
        without: wthout
        and: n nd
        not: nt
        now: nw
        is: iz
        the: da teh
        that: tht dat
        thats: thts dats
        this: dis ths
        there: thr ther
        then: thn den
        than: thn
        they: dey
        very: vry v
        good: gud
        great: gr8 grt
        morning: mrng mng mrning mornin
        evening: evng evg
        night: nite nyt
        thanks: thx thnx tnx tks thnks thanx tq ty
        thank: thnk
        message: msg mesg
        messages: msgs
        phone: fone fon ph
        number: num nmbr
        tomorrow: tmrw tmr tmrow tomo tmw
        today: tday tdy
        yesterday: yday ystrdy yest
        tonight: tonite
        before: b4 bfr
        after: aftr afta
        someone: sm1 some1 smone
        anyone: any1 ne1
        everyone: every1
        something: smthng smth sumthing somethng
        anything: anythng nything
        nothing: nthg nuthin nothin
        people: ppl peeps
        person: prsn
        want: wnt wan
        wanted: wntd
        have: hv hav
        having: hvng
        has: hs
        would: wud wld
        could: cud cld
        should: shud shld
        will: wil
        cannot: cant
        can: cn
        come: cm
        call: cal kol
        back: bck bak
        from: frm
        for: fr
        where: whr wher
        when: wen whn
        how: hw
        which: wich whch
        just: jus jst
        know: kno knw
        think: thnk
        give: gv giv
        get: gt
        going: goin gng gonna
        looking: lookin lukin lookng
        interested: intrested intrstd
        available: avail avl avlbl availble
        details: dtls detls deets
        information: info
        question: qn ques
        appointment: appt apptmt
        apartment: apt aptmt
        property: prprty
        building: bldg
        office: ofc offc
        company: co cmpny
        manager: mgr mngr
        between: btw btwn
        minute: mnt
        minutes: mins
        hour: hr
        hours: hrs
        week: wk
        weeks: wks
        month: mth mnth
        months: mths mnths mos
        year: yr
        years: yrs
        near: nr
        expensive: expnsv expensiv
        discount: disc dscnt
        budget: bgt budgt
        price: prc prise
        maximum: max maxi
        quality: qlty
        delivery: dlvry delvry
        again: agn agen
        waiting: waitin w8ing
        wait: w8
        later: l8r latr
        really: rly rlly
        problem: prblm
        feature: feat featr
        features: feats
        service: svc servce
        software: sw
        received: rcvd recd
        reply: rply
        sir: sr
        love: luv
        like: lyk
        nahi: nai nhi nahin
        kya: kia kyaa
        kitna: kitnaa
        acha: accha achha achaa
        theek: thik teek thek tik
        mein: mai mei
        bahut: bohot bohat bht boht
        zyada: jyada jada jyda
        mehnga: mehenga mahanga mehengi mehnge mahenga
        chahiye: chaiye chahie chaiye chahye
        kyun: kyu kyo kyon
        abhi: abi
        wahan: waha vahan
        yahan: yaha
        """);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Meant.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word that is meant; the word itself when it is no short form.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var meant) ? meant : word;

    private static FrozenDictionary<string, string> Read(string lines) => (
        from line in lines.Split('\n')
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        from form in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        group line[..colon].Trim() by form).ToFrozenDictionary(forms => forms.Key, forms => forms.First(), StringComparer.Ordinal);
}
