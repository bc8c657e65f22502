namespace LeadHeat.Tests.Core.Understanding;

/// <summary>
/// Messages for measuring intents, written before the playbooks' examples and in other voices. Never move one into a playbook: what
/// was trained on measures nothing. A line begins with its playbook: r, c or b.
/// </summary>
internal static class UnseenIntents
{
    public const string Lines = Wishes + "\n" + UnseenObjections.Lines;

    private const string Wishes = """
        # greeting
        r Hiiii
        c Good day to you
        b Hello team
        r hey, anybody home?
        r Assalam o alaikum
        c namaskar ji
        b Morning!
        r yo
        c Hello 👋
        b Greetings from Singapore
        r Is someone available to chat?
        r halo
        c hey there good evening
        b hi is this chat working
        r Marhaba
        r ram ram bhaiya
        b Hola
        # property_search
        r We're a family of four relocating from Pune and need three bedrooms somewhere around Sarjapur
        r 1bhk jvc 65k rent
        r mujhe whitefield mein flat lena hai
        r I have about 1.8 million dirhams to put into something on the marina, two beds ideally
        r Got anything ready to move in with a study?
        r villa with private pool, budget flexible
        r Could you help us find a place close to good schools before June?
        r show options hebbal side 90 lakh max
        r my parents need a ground floor flat, lift is must, 60 to 75 lacs
        c Setting up a little espresso bar in Indiranagar, I'll need beans and a two group machine
        c we go through 25 kilos a week and want a new roaster to work with
        c searching supplier for arabica beans for my restaurant
        c Need grinder plus machine for 100 cups daily
        c cold brew supply for 4 outlets please
        b Our 30 reps live in spreadsheets and leads slip through, we want something to fix that
        b want crm for 12 ppl
        b evaluating tools to score inbound leads for a brokerage in Dubai
        b Something that automates whatsapp follow-ups for our sales guys is what I'm after
        b we're replacing hubspot next quarter and need a system for 80 seats
        # product_question
        r Does the tower have power backup for the lifts?
        r when will they hand over the keys
        r is it freehold or leasehold
        r how old is the building??
        r Is the second one facing east
        r gym hai kya isme
        r Are dogs allowed there, we have two labradors
        r which floor is this apartment on
        c how long after roasting do you ship
        c is the machine single phase or three phase
        c do ur baristas train staff on site
        c What's the shelf life of the espresso blend
        c can i rent the machine rather than buying
        b does it sync with google calendar both ways
        b Where is our data stored, EU or US?
        b is there a mobile app
        b can we import our old contacts from excel
        b do you have role based permissions
        # price_question
        r what are they asking for the corner unit
        r rate per sqft in this project?
        r Kitne ka padega total including registration
        r how much service charge do I pay every year
        r price pls
        r Tell me the all-in figure with DLD fees
        r what is starting price of villas there
        r how much deposit do you take
        c per kg rate for the house blend?
        c What would a monthly coffee subscription set me back
        c cost of la marzocco 2 group
        c how much for training three baristas
        c kya rate hai beans ka
        b what's your pricing per seat
        b Could you send a quote for 45 licences
        b is there a fee for onboarding, and how big is it
        b how much is the enterprise plan
        b annual cost for 20 users?
        # comparison
        r Marina or JLT, where will I get more for my money?
        r what's the diff between the first and third option
        r Is it smarter to buy off-plan or ready?
        r whitefield vs sarjapur which one is good for appreciation
        r Weigh up the villa against the townhouse for me
        r dono mein se kaunsa better hai
        r how does the 2 bed stack up against the 3 bed
        c arabica or robusta for milk drinks, which one wins
        c How is your blend different from what Blue Tokai sells
        c automatic machine versus traditional one?
        c is leasing better than buying it outright for a small cafe
        c compare the two grinders
        b you guys or salesforce, why should I pick you
        b How do you differ from Zoho
        b pro plan vs business plan
        b what do you do better than pipedrive
        b which of the two plans suits a team of 8
        # site_visit
        r Can my husband and I walk through it Sunday morning
        r i want to see flat tomorrow 5pm
        r When's the next open house
        r kab dekh sakte hain flat
        r Please fix an appointment at the site for Friday
        r is a viewing possible this week
        r we'd love to come and have a look in person
        r could you do a video tour, we live abroad
        c could I drop by your roastery to taste a few blends
        c please arrange a cupping session for us
        c can your team visit my cafe and see the setup
        c I'd like to try the machine at your showroom on Tuesday
        b can we get a walkthrough of the product next week
        b book demo
        b Set up a demo for my managers, Wednesday afternoon works
        b show me how it works live, maybe over zoom
        b I want to see it in action before anything else
        # callback_request
        r ring me after 6 in the evening
        r plz call on 9986012345
        r Have your guy phone me tomorrow morning, I'm driving now
        r mujhe call karo
        r Can somebody give me a bell about this
        r call me back asap
        r phone me on my Dubai number when you are free
        r easier to discuss on phone, call between 2 and 4
        c could the coffee expert ring our manager at noon
        c Kindly arrange a telephonic discussion
        c callback pls
        c give me a buzz at 0501234567
        b Have an account exec call me Thursday 10am
        b can we hop on a quick phone call
        b I'd like a call back regarding licences
        b drop me a call on +44 7700 900123
        b requesting a call at your earliest convenience
        """;
}
