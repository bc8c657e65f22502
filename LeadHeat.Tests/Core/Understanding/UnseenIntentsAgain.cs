namespace LeadHeat.Tests.Core.Understanding;

/// <summary>
/// A second set for measuring intents, harder than the first. Examples were added after looking at what was told wrongly in both, so
/// they guard what was reached; <see cref="UnseenLast"/> tells how strangers fare.
/// </summary>
internal static class UnseenIntentsAgain
{
    public const string Lines = """
        # greeting
        r Heyya
        c hello folks, lovely afternoon
        b Hi from the marketing team at Orbis
        r anyone home?
        r hi hi hi
        c Sup
        b gd mrng
        r Salam bhai
        r kaise hain sir, namaste
        # property_search
        r thinking of a compact 1 bed close to the beach, nothing above 950k
        r 4bhk duplex bellandur 2.8cr
        r My budget went up, now 1.4 crores
        r koi accha sa villa batao sarjapur mein
        r we'd need space for a grand piano and two teenagers, so three or four bedrooms
        r anything with a terrace?
        c i am going to start a bakery cafe in kochi and want all machines and coffee
        c our chain of 11 shops wants one reliable roaster
        c dark roast beans 40kg monthly
        c hunting for a second hand espresso machine
        b i want to stop losing enquiries that come in at night
        b need sales tool for 7 ppl, whatsapp must
        b we're a clinic group and want to route enquiries to the right branch
        b mid-size broker, 60 agents, after lead distribution software
        # product_question
        r how wide is the driveway
        r does rent include chiller
        r Is it on the main road or inside a lane?
        r has the completion certificate been issued
        r any temple or mosque in walking distance
        r does it come with wardrobes
        c does the roaster use gas
        c how noisy is that grinder
        c what's in the starter kit
        c will the blend work with almond milk
        b can we whitelabel the widget
        b which crm fields can I add myself
        b does the bot hand over to people at night
        b how do updates work
        # price_question
        r what's the ticket size for the 3 bed
        r ye wala kitne mein milega
        r and how much would registration add
        r cost for covered parking?
        r What sort of money are we talking about here
        c whats the tag on the simonelli
        c how much do 5 kilos come to with shipping
        c is installation charged, how much
        b what would we be looking at for 60 agents
        b monthly bill for 7 users?
        b extra charges for api calls?
        # comparison
        r JLT or Marina for a young couple?
        r what speaks for the villa and what for the flat
        r is unit 2 really better than unit 1
        r 2bhk ya 3bhk kya lena theek rahega
        r put the last two next to each other for me
        c gas roaster vs electric
        c which of your blends is closest to Illy
        c should i get one big grinder or two small ones
        b how are you any better than a shared google sheet
        b growth or scale plan
        b where do you beat monday.com
        # site_visit
        r I'm around on Thursday, could we look at the flat
        r can you open the flat for us at 7 pm
        r fix site visit pls
        r will you arrange a car to take us there
        r my mother would like to see the kitchen herself
        r wanna check it out tmrw
        c I want to try your espresso before committing, where's your lab
        c when may we come over to see the roasting
        b could you do a screen share of the product on Monday
        b demo slot for 6 people please
        b sunday dekhne aayenge hum log
        # callback_request
        r pls give a ring on 9000099999
        r my line is free from ten, phone then
        r can the sales lady call my father
        r I'm on the road, call in an hour
        r want to talk on call
        c have ur guy ring the shop before 9
        c call back needed regarding machine
        b get back to me on the phone please
        b my mobile is 0044 7911 000111, call whenever
        r mujhse phone pe baat karo
        # objection_price
        r My god, so much for a studio?
        r we would have to sell a kidney for that
        r the EMI alone would eat half my salary
        r that is 40 lakh above my limit
        r can't swing that
        r itna toh villa ka bhi nahi hota
        c 1100 a kilo kills my margin
        c your training fee is a bit rich
        c hotels can pay that, we can't
        b boss laughed when he saw the number
        b too steep for a seven person shop
        b we could hire another rep for that money
        # objection_location
        r Yelahanka? that's half way to Hyderabad
        r kids' school bus doesn't go there
        r the stretch has terrible roads
        r I get lost every time I go to that area, not for me
        r there's a nightclub across the street
        r office is in Koramangala, so Hebbal makes no sense
        r neighbourhood looks shabby
        c by the time your van gets to Coorg the beans are a week old
        c nobody of yours is based in Sharjah
        b we insist on a supplier with staff in Riyadh
        b hosting in Ireland breaks our policy
        # objection_trust
        r is this one of those listings that don't exist
        r builders always say march and mean next march
        r who checks that the title is ok
        r my last broker vanished with the token
        r I smell a rat
        r aap asli broker ho?
        c prove that these are this week's roast
        c I've read that you deliver late, true?
        b any bank or hospital that can confirm it works
        b sounds like vaporware
        b what guarantees that my data won't leak
        # negotiation
        r would 1.15 do it?
        r ask the landlord if 70k is ok
        r I'm paying all cash so make it attractive
        r what if we skip the modular kitchen, will it be less
        r kuch chhoot milegi
        r shave off 3 percent
        c I take the machine if the grinder comes along for nothing
        c 40 kg a month, what's your sharpest rate
        b lower it to 22 per seat and I'll sign on Friday
        b can you absorb the migration cost
        b any rebate for ngos
        # contact_sharing
        r Farhan 0507654321
        r note my mail, vidya.k@proton.me
        r Suresh this side
        r you'll find me under +91 90080 70060
        r I'm Ananya by the way
        c accounts at bluecup dot com
        c Ask for Leo, 7760012345
        b our office mail is hello@northstar.ae
        b Pieter van Dam, Northstar, pieter@northstar.ae
        r new sim: 9123400000
        # refuse_to_share
        r no chance I'm handing out my mobile
        r what has my salary to do with it
        r let's stay in the chat, no need for numbers
        r i'd keep that for myself
        r I'll tell you my name when I see the flat
        r mobile no. kyun de du
        c that's internal, can't say
        c prefer keeping supplier prices to ourselves
        b legal doesn't let us share headcount
        b next. not answering that
        # human_request
        r is there somebody with a pulse here
        r I'd like to deal with one of your agents instead
        r switch me over to staff
        r mujhe kisi bande se baat karni h
        r can one of your people take it from here
        c who is your sales head, I want to talk to him
        c need a human barista expert not auto replies
        b loop in someone from your team please
        b is a consultant online
        b no more bot. agent.
        # complaint
        r your guy left us standing in the rain
        r i asked for 3 bed and got 1 bed for the fifth time
        r whole week no reply, is this how you work
        r are you deaf
        r sending me sold flats is not ok
        r aapne galat jaankari di
        c bags arrived open and smelling
        c technician came, did nothing, and billed me
        b onboarding has been a mess
        b promised integration still doesn't run
        b I regret contacting you
        # small_talk
        r you there for long already?
        r sounds about right
        r cheers buddy
        r wonderful, thank you
        r do you have feelings
        r hahah ok
        r aap bahut acche ho
        c what a day
        c is your name really Leo
        b you guys busy today?
        b alright, thanks
        # goodbye
        r ok that'll do, thanks
        r bye 👋
        r let me sleep over it, good night
        r closing this now, thanks
        r chalo theek hai, bye
        c we're sorted, cheers and bye
        c see u
        c no more questions from my end
        b going into a call, speak another time
        b we won't pursue this, thank you
        # off_topic
        r how many calories in a samosa
        r which team will win ipl this year
        r who painted the mona lisa
        r teach me chess
        r my back hurts, any advice
        r petrol price today?
        c how do I unclog a sink
        c got any openings for waiters
        b write a linkedin post for me
        b which laptop is good for gaming
        b mera rashifal batao
        # spam
        r We supply marble tiles to builders at factory price
        r You've been chosen for a free cruise
        r grow your insta fast, DM us
        r kjh sdkf wer
        r loan in 10 minutes, low interest, dial now
        c we are a packaging firm, kindly visit our webpage for offers
        c win iphone 17 here http://x.example/win
        b hire offshore devs from $12/h
        b I came across your site and can fix its SEO errors
        b our data company sells fresh leads in your niche
        b investment opportunity with 12% monthly return
        """;
}
