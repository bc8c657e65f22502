namespace LeadHeat.Tests.Core.Understanding;

/// <summary>Messages for measuring sentiment, written before the examples. Never move one into a playbook.</summary>
internal static class UnseenSentiments
{
    public const string Lines = """
        # positive
        r That looks good, thanks
        r Nice, the second one suits us
        r I like the layout
        r ok that works well for me
        r good to know, appreciate the quick reply
        r accha hai, pasand aaya
        r Thanks for being so patient with my questions
        r happy with that price
        r lovely area, we lived there before
        r you explained it very clearly
        c sounds fair to me
        c the sample tasted nice
        c we had a good experience with your trainer
        c great, let's go with that
        c Super helpful, cheers
        c yes please, that would be great
        c I appreciate your honesty
        c badhiya, bhej do
        b That would solve our problem nicely
        b pretty neat feature
        b Good, this is what we need
        b I'm pleased with how the demo went
        b glad to hear you support that
        b thank you for the details, very useful
        b This is promising
        r no worries, take your time :)
        r 👍 perfect
        c well done, that was quick
        b nice one
        r we're comfortable with that budget
        # negative
        r that's too small for us
        r I don't like the kitchen
        r the location is not good
        r it's way over what we can pay
        r looks old and badly kept
        r not really what I had in mind
        r hmm, not impressed by these photos
        r mehenga hai, pasand nahi aaya
        r the balcony is tiny, what a pity
        r I'm worried about the builder's reputation
        r too noisy there
        r no, none of these work for me
        c the blend is too bitter for my taste
        c your prices are higher than the others
        c that machine is poor value
        c the coffee was sour and flat
        c not happy with the minimum order
        c delivery charges are unreasonable
        c I doubt that it will fit our counter
        c we had bad luck with that brand before
        b the interface looks dated
        b too complicated for my team
        b missing the one thing that we need
        b I'm not convinced it's worth it
        b that's a weak integration
        b sadly it doesn't support our language
        b reports look poor
        b the contract terms are bad for us
        r unfortunately that doesn't suit us
        r disappointing choice of flats
        # neutral
        r 2 bhk in whitefield
        r what is the carpet area
        r my budget is 80 lakhs
        r we move in March
        r is parking included
        r Asha, 9845012345
        r show me villas in Arabian Ranches
        r either is possible
        r I work near Outer Ring Road
        r Can I visit on Saturday?
        r how much is the maintenance
        r ok
        r no
        r please send the floor plan
        r east facing
        c we have two outlets
        c around 150 cups a day
        c do you deliver on sundays
        c looking for a grinder
        c my name is Joe
        c what is the minimum order
        c opening in may
        b team of 15
        b we use excel today
        b does it work with outlook
        b please call me tomorrow at 4
        b we are comparing three vendors
        b I decide together with my boss
        b send it to lena@acme.de
        b who are your customers
        # frustrated
        r I already told you my budget twice!
        r why do you keep asking the same thing
        r HELLO?? ANYBODY THERE???
        r still waiting for the brochure you promised last week
        r you are not listening to me
        r this is going nowhere
        r for the third time: 3 BHK
        r ugh just give me the price
        r seriously?? read what I wrote
        r kitni baar bolun, whitefield!
        r nobody ever calls back at your company
        r stop asking me for my number
        r I am fed up with this bot
        r useless chat
        r can't you understand simple english
        c I've written three mails and no answer
        c your driver is late AGAIN
        c how many times must I explain this
        c this is a joke, I need an answer now
        c Enough with the questions!!
        c been on hold for 40 minutes
        c unbelievable. still no reply
        b I keep getting bounced from one person to the next
        b This is the fourth time I fill in this form
        b your chatbot is a waste of time
        b just answer the question!!
        b why is this so hard
        b I'm losing my patience here
        b we've been chasing your team for two weeks
        b that is not what I asked
        # excited
        r Wow, this is exactly what we dreamed of!!
        r OMG I love it 😍
        r can't wait to see it!
        r this is perfect perfect perfect
        r we're over the moon, book it
        r yesss finally our own home 🎉
        r amazing view!!! when can we come
        r best news all week!
        r kya baat hai, zabardast!!
        r absolutely stunning, we want it
        r I'm thrilled, thank you so so much
        r so excited to move there
        r it's a dream come true
        r fantastic! where do I sign
        r incredible deal, I'm in!
        c That espresso was out of this world!
        c we are super excited for our opening!!
        c LOVE the new blend ❤️❤️
        c this will be the best cafe in town!
        c brilliant!!! let's start right away
        c what an awesome machine, I want one
        c Yay, you guys rock!
        c I could not be happier with the tasting
        b this is a game changer for us!
        b Wow wow wow, my team will go crazy for this
        b mind blown by the demo 🤯
        b awesome, this is precisely what I hoped for!!
        b we absolutely love it, take my money
        b hugely impressed, let's go!!
        b fabulous! can we start today?
        """;
}
