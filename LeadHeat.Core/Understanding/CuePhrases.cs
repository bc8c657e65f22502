using LeadHeat.Core.Facts;

namespace LeadHeat.Core.Understanding;

/// <summary>What people say in every business, in English with the Hindi and Gulf words that come with it.</summary>
internal static class CuePhrases
{
    public static readonly IReadOnlyList<(Cues Cue, string[] Phrases)> All =
    [
        (Cues.Greeting, ["hi", "hello", "hey", "hii", "hiya", "good morning", "good afternoon", "good evening", "namaste", "salam", "salaam", "assalamualaikum", "assalamu alaikum", "greetings", "hi there", "hello there"]),
        (Cues.Thanks, ["thanks", "thank you", "thank u", "thx", "thnx", "ty", "shukran", "dhanyavad", "much appreciated", "appreciate it", "thanks a lot", "thank you so much"]),
        (Cues.Goodbye, ["bye", "goodbye", "good bye", "bye bye", "see you", "see ya", "talk later", "talk to you later", "that's all", "that is all", "that will be all", "nothing else", "no more questions", "have a nice day", "have a good day", "good night", "ttyl", "catch you later", "i'm done", "take care"]),
        (Cues.Reset, ["start over", "start again", "restart", "reset", "start fresh", "begin again", "forget all that", "forget everything", "from the beginning", "new search"]),
        (Cues.AsksForHuman, ["talk to a human", "speak to a human", "human please", "a human", "real person", "real human", "actual person", "speak to someone", "talk to someone", "speak with someone", "talk with someone", "speak to a person", "talk to a person", "talk to a real", "speak to an agent", "talk to an agent", "speak with an agent", "talk with an agent", "connect me to", "connect me with", "transfer me", "speak to your manager", "talk to your manager", "your manager", "customer care", "customer service", "live agent", "human agent", "sales person", "salesperson", "sales team", "someone from your team", "speak to a representative", "talk to a representative", "representative", "talk to sales", "speak to sales", "get me a person", "can i talk to", "let me talk to", "agent please"]),
        (Cues.Refusal, ["rather not", "prefer not", "don't want to share", "do not want to share", "don't want to give", "do not want to give", "won't share", "will not share", "won't give", "not going to share", "not sharing", "not comfortable", "don't want to say", "do not want to say", "don't want to tell", "no need to know", "none of your business", "not giving", "no phone number", "keep that private", "it's private", "that's private", "confidential", "can't share", "cannot share", "can't say", "skip that", "skip this", "don't call me", "do not call me", "no calls", "not ready to share", "later on that"]),
        (Cues.AsksWhy | Cues.Refusal, ["why do you need", "why do you want my", "why do you ask", "why so many questions", "so many questions", "why are you asking"]),
        (Cues.Correction, ["actually", "i meant", "i mean", "sorry i meant", "instead", "make it", "change it to", "change that to", "change to", "correction", "rather", "scratch that", "on second thought", "on second thoughts", "changed my mind", "let's say", "switch to", "not that"]),
        (Cues.Yes, ["yes", "yeah", "yep", "yup", "ya", "yea", "han", "ji", "sure", "of course", "ok", "okay", "sounds good", "sounds great", "yes please", "definitely", "absolutely", "certainly", "why not", "go ahead", "please do", "haan", "haanji", "theek hai", "thik hai", "correct", "that's right", "right", "perfect", "great", "works for me", "let's do it", "i'd like that", "that works", "done"]),
        (Cues.No, ["no", "nope", "nah", "not really", "not yet", "no thanks", "no thank you", "nahi", "not now", "not at the moment", "don't think so", "not interested"]),
        (Cues.DoesNotKnow, ["don't know", "do not know", "not sure", "no idea", "dunno", "haven't decided", "have not decided", "undecided", "not decided", "you tell me", "any is fine", "anything is fine", "no preference", "doesn't matter", "does not matter", "open to anything", "open to suggestions", "you suggest", "what do you suggest", "what do you recommend", "flexible on that", "anywhere is fine", "no specific", "not fixed", "no budget yet", "nothing special", "anything works"]),
        (Cues.Visit, ["visit", "site visit", "viewing", "book a visit", "see it in person", "see the place", "see the property", "see the flat", "see the apartment", "show me around", "come and see", "come see", "schedule a visit", "arrange a visit", "arrange a viewing", "book a viewing", "walk through", "walkthrough", "see it this weekend", "can i see it", "can we see it", "want to see it", "like to see it", "visit it", "tour", "in person", "book a demo", "see a demo", "demo", "schedule a demo", "tasting", "book a tasting", "come by", "take a look in person"]),
        (Cues.Callback, ["call me", "call back", "callback", "give me a call", "ring me", "phone me", "can you call", "please call", "call me back", "have someone call", "someone call me", "someone to call", "arrange a call", "schedule a call", "book a call", "a quick call", "get a call", "contact me"]),
        (Cues.Price, ["how much", "what's the price", "what is the price", "price of", "price range", "what does it cost", "what do they cost", "what does that cost", "cost of", "rate per", "what rate", "pricing", "quote", "quotation", "price list", "what are the rates", "what would it cost", "kitna", "kitne ka", "price", "prices", "cost", "rates"]),
        (Cues.Expensive, ["too expensive", "too costly", "too much", "too pricey", "over my budget", "out of my budget", "out of budget", "over budget", "beyond my budget", "can't afford", "cannot afford", "overpriced", "very expensive", "so expensive", "quite expensive", "bit expensive", "bit high", "too high", "on the higher side", "pricey", "mehnga", "mahanga"]),
        (Cues.Discount, ["discount", "best price", "final price", "last price", "lowest price", "negotiable", "negotiate", "bring it down", "bring the price down", "reduce the price", "better deal", "better price", "any offers", "any offer", "special offer", "can you do", "waive", "come down on"]),
        (Cues.Compare, ["compare", "comparison", "which is better", "which one is better", "difference between", "better than", "versus", "vs", "pros and cons", "or is it better"]),
        (Cues.More, ["show me more", "more options", "other options", "any others", "anything else", "something else", "what else", "more like", "see more", "other flats", "other units", "more details", "tell me more", "more info", "more information", "different ones", "alternatives", "any other"]),
        (Cues.Cheaper, ["cheaper", "less expensive", "lower price", "more affordable", "something cheaper", "lower budget", "anything cheaper", "the cheapest", "cheapest"]),
        (Cues.Availability, ["is it available", "still available", "is it still", "are they available", "available now", "availability", "in stock", "do you have", "do you sell", "do you do", "have you got", "do you offer", "is there", "are there", "does it have", "does it come", "do they have"]),
        (Cues.Complaint, ["useless", "terrible", "horrible", "pathetic", "worst", "ridiculous", "waste of time", "wasting my time", "stop asking", "already told you", "i told you", "told you already", "i already said", "already said", "just said", "you're not listening", "not listening", "you don't understand", "doesn't understand", "not helpful", "unhelpful", "frustrating", "frustrated", "annoying", "annoyed", "fed up", "stupid", "idiot", "rubbish", "nonsense", "bakwas", "what the hell", "wtf", "no one called", "nobody called", "never called", "no response", "disappointed", "complaint", "complain", "angry", "same question", "again and again", "sick of"]),
        (Cues.Distrust, ["scam", "fraud", "fake", "is this legit", "legit", "can i trust", "trust you", "how do i know", "genuine", "not convinced", "don't trust", "do not trust", "cheated"]),
        (Cues.BadPlace, ["too far", "far away", "bad area", "unsafe", "not safe", "bad traffic", "too much traffic", "don't like the area", "don't like that area", "not a good area", "too crowded", "too noisy"]),
        (Cues.Likes, ["i like", "i love", "looks good", "looks great", "looks nice", "love it", "like it", "interested in", "i'm interested", "i am interested", "nice one", "tell me about"]),
        (Cues.Praise, ["great", "awesome", "amazing", "wonderful", "excellent", "fantastic", "very helpful", "so helpful", "perfect", "lovely", "brilliant", "superb"]),
        (Cues.IsBot, ["are you a bot", "are you human", "are you a human", "are you real", "are you a robot", "am i talking to a bot", "is this a bot", "are you an ai", "are you ai", "who are you", "what are you", "am i chatting with", "what's your name", "what is your name", "your name"]),
        (Cues.JustLooking, ["just looking", "just browsing", "just looking around", "only looking", "only browsing", "just exploring", "just checking", "looking around", "window shopping", "just curious"]),
        (Cues.NoRush, ["no rush", "no hurry", "not in a hurry", "not in a rush", "no urgency", "not urgent", "take our time", "taking our time", "whenever", "no timeline", "no fixed timeline", "no fixed date", "someday", "no time frame", "no deadline"]),
        (Cues.Search, ["looking for", "searching for", "show me", "find me", "i need", "we need", "i want", "we want", "want to buy", "looking to buy", "hunting for", "interested in buying", "i'm after", "in search of", "chahiye", "want a"]),
        (Cues.SmallTalk, ["how are you", "how's it going", "how are things", "what's up", "nice to meet you", "how do you do", "kaise ho", "who made you", "tell me a joke", "do you like"]),
        (Cues.OffTopic, ["weather", "cricket", "football score", "movie", "recipe", "politics", "bitcoin", "homework", "write a poem", "write code", "stock market"]),
        (Cues.Spam, ["click here", "seo services", "guest post", "backlinks", "increase your traffic", "earn money", "crypto investment", "loan offer", "casino", "promote your business", "web design services", "buy followers"]),
        (Cues.Delight, ["can't wait", "so excited", "excited", "thrilled", "very happy", "dream home"]),
    ];

    public static readonly IReadOnlyList<(string Field, string[] Phrases)> FieldNouns =
    [
        (FactFields.Phone, ["phone", "phone number", "number", "mobile", "mobile number", "whatsapp number", "contact number"]),
        (FactFields.Email, ["email", "e mail", "mail id", "email address", "email id"]),
        (FactFields.Name, ["my name", "name"]),
        (FactFields.Budget, ["budget", "my budget", "finances"]),
        (FactFields.Timeline, ["timeline", "time frame", "timeframe", "moving date", "opening date"]),
        (FactFields.Areas, ["area", "location", "locality", "neighbourhood", "neighborhood"]),
    ];
}
