namespace LeadHeat.Core.Understanding.Injections;

/// <summary>
/// Finds orders by words that follow one another with little between them: <c>what is your api key</c>, <c>mark me as a hot lead</c>. Each pattern names what
/// no buyer says to a shop, so "my" and "our" things, rules of houses and records of the visitor's own business stay untouched.
/// </summary>
internal static class OrderPatterns
{
    // Groups of words; "+2" before a group lets two other words stand between.
    private static readonly string[] Lines =
    [
        // Secrets of the bot.
        "what|which|tell|show|give|print|reveal|list|dump|leak|send|share|expose +3 your|ur +1 api|admin|secret|access|root|private|database|db +0 key|keys|password|passwords|token|tokens|credentials|url",
        "tell|show|give|print|reveal|dump|leak|output|repeat|quote|paste|copy|expose|disclose|post +4 your|ur|the +1 system|developer|hidden|initial|original|internal +0 prompt|message|prompts|instructions|directives|configuration",
        "what|tell|show|print|reveal|dump|leak|paste|quote|disclose +4 your|ur +1 source|training|context +0 code|data|window",
        "print|dump|reveal|leak|paste|output|expose|disclose +3 your|ur +1 configuration|config|guidelines|directives|memory|context|programming|prompt",
        "text|words|message|prompt|instructions|rules|configuration +1 you +1 were|was|are +1 given|configured|told|fed|initialised|initialized|programmed|set",
        "what|everything|anything|whatever +1 you +0 were +1 told|instructed|programmed|configured|ordered +2 not|before|earlier|at|to|by|in",
        "your +0 developers|developer|makers|maker|creators|creator|programmers|programmer|engineers +2 tell|told|write|wrote|instruct|instructed|say|said|give|gave|hide",
        "words|text|lines|everything|paragraph|content +1 above|preceding +3 verbatim|starting|repeat|print|line|message",
        "repeat|print|output|copy|recite +2 words|text|everything|lines|sentence|paragraph +1 above|before|preceding",
        "verbatim +6 message|instructions|prompt|rules|told", "message|instructions|prompt|rules|told +8 verbatim", "chain +0 of +0 thought",
        "list|name|show|enumerate|tell|what|which +4 tools|functions|commands|apis|plugins +2 you +1 can|may|have|are|could +1 call|use|access|invoke|run|available",
        "tools|functions|commands|apis +1 can|could|do +0 you +1 call|use|access|invoke|have|run", "environment|env +0 variables", "passwords|credentials|secrets +3 in +0 your|memory", "list|reveal|show|tell +3 hidden|secret|internal +0 rules|instructions|directives|guidelines|prompt",
        // Other people's data.
        "give|send|show|list|tell|share|mail|email|export|forward|leak +4 other|another|previous|last|different +1 customer|customers|client|clients|visitor|visitors|buyer|buyers|lead|leads|guest|guests|user|users|caller +3 phone|number|numbers|email|emails|mail|mails|data|conversation|chat|contact|contacts|details|address|addresses|name|names|messages",
        "give|send|show|list|tell|share|mail|export|forward|leak +4 phone|numbers|emails|mails|data|contacts|details|addresses|names|chats|conversations +3 other|another|previous|everyone|everybody|all +2 customer|customers|client|clients|visitor|visitors|buyers|leads|who|else|people",
        "customer|visitor|person|client|guy|user|caller +1 before +0 me", "last|previous +1 person|visitor|customer|caller +1 you +1 talked|spoke|chatted|served|helped", "tell|give|show|share +3 confidential|private|sensitive +2 information|data|details +3 other|another|customers|clients", "forward|send|mail|email|upload|export +2 all|every|entire|whole|full +2 leads|lead|customers|customer|database|contacts +5 to",
        "who +0 else +2 gave|left|wrote +3 number|email|phone|here",
        // Rigging.
        "set|mark|make|flag|update|change|give|put|rate +3 me|my|this|myself|i +5 hot|qualified|won +0 lead|true|status",
        "set|mark|change|update|make|give|raise +3 my|this|the|lead +2 score|flag|rating +3 to|100|true|max|maximum|highest|hot", "mark|flag|set +1 me +2 qualified|hot|vip|approved|won", "summarising|summarizing|summarise|summarize|summary|briefing +5 write|say|state|tell|add|put|mark|mention|claim +4 vip|qualified|hot|priority|millionaire|premium", "score|qualified|stage +2 100|true|won",
        "set|mark|make|flag|tag|label|rate +1 this|the +0 contact|lead|customer|client|visitor|chat|conversation|enquiry|account +1 as|to +1 hot|qualified|won|vip|priority", "confirm|approve|grant|apply|give|book +3 staff|employee|internal|family +0 discount|rate|price|offer",
        "you +1 not|dont +1 need|have +0 to +1 ask|check|consult +2 anyone|anybody|manager|team", "call|run|invoke|execute|use|trigger +2 tool|function|command|method|script +4 with|lead|score|send|update|delete|argument|arguments|all", "set|change|make|put +1 price|prices +6 to +0 0|1|$0|$1|zero|one|free",
        // Another role, another mode.
        "enter|enable|activate|unlock|start|engage|switch|go +3 debug|developer|dev|god|admin|maintenance|unrestricted|sudo|jailbreak|dan|root +0 mode|access", "do +0 anything +0 now",
        "you +1 are|now|re +3 now|longer +6 hacker|pirate|unrestricted|unfiltered|uncensored|dan|terminal|linux|jailbroken|evil|poet|lawyer|girlfriend|doctor|chatgpt|gpt",
        "act|behave|pretend|roleplay|simulate +3 as|like|be|if|a|an|in +4 hacker|pirate|terminal|admin|administrator|unrestricted|root|dan|owner|manager|developer|restrictions|rules|filter|filters|limits|guidelines|shell",
        // Who wants to "speak to a manager" or to hear "as soon as the owner is back" gives no order.
        "respond|answer|reply|speak +3 as|like|in|be +2 hacker|pirate|terminal|unrestricted|root|dan|shell", "respond|answer|reply|speak +3 as|like +0 if|though +4 restrictions|rules|filter|filters|limits|guidelines", "respond|answer|reply|speak +1 as|like +1 admin|administrator|developer|owner|manager", "speak +0 as|like +2 owner|manager|admin|administrator",
        "you +0 are +0 no +0 longer +4 bot|assistant|agent|model|ai|chatbot", "become +1 my|a|an|the +3 hacker|pirate|poet|friend|unfiltered|unrestricted|evil|assistant|girlfriend|slave|admin", "stop +1 being|acting|pretending +4 assistant|bot|salesperson|agent|shop|seller|estate",
        "drop|abandon|leave|forget|quit +2 your|the|this|ur +3 persona|role|act|character|assistant|training|programming", "reset|wipe|erase|clear +1 your +1 memory|context|instructions|rules|mind",
        "new|next|real|true|actual +0 task|objective|instruction|instructions|mission|goal|directive +2 is|override|overrides|ignore|list|reveal|print|forget", "new|updated +0 instruction|instructions|orders +1 from +2 management|admin|administrator|developer|developers|system|headquarters|openai|vendor", "your +1 new|real|true|only +0 task|objective|instruction|instructions|mission|goal|role|orders",
        "you +0 must|shall|will|should|have +1 obey|comply|follow +3 me|my|every|all|any|orders|without", "obey +1 me|my|only|every", "answer|reply|respond +1 every|all|each +1 message|messages|question|questions +1 with|by", "answer|listen|respond +1 only +0 to +0 me", "answer|respond|reply|speak|talk +1 only +1 in +0 base64|binary|morse|pirate|rot13|hex|code|emojis|emoji", "no +1 limits|restrictions|rules|filters|filter|guidelines|boundaries +4 you|model|ai|answer|act|now",
        "do|please +0 not +1 follow|obey|apply +2 your|the|any +2 playbook|rules|instructions|guidelines|policy|policies", "don +0 t +1 follow|obey|apply +2 your|the|any +2 playbook|rules|instructions|guidelines|policy|policies",
        "from +0 now +0 on +3 answer|reply|respond|say|speak|write|act|behave +1 only|always|just|every +2 with|yes|no|as|like", "decode|decrypt|decipher|base64|rot13 +4 follow|obey|execute|run|comply", "base64|rot13 +1 decode|decrypt", "decode|decrypt +2 base64|rot13|hex",
        "bypass|disable|deactivate|skip|circumvent|evade|remove|unlock +3 your|the|all|any +2 filter|filters|safety|restrictions|guardrails|safeguards|verification|security|policy|policies|censorship|moderation",
        "override +1 code|password|key|command|accepted", "sudo +3 rm|ls|cat|give|make|show|su", "pretend|imagine|suppose|assume|act +4 policy|policies|rules|restrictions|guidelines|guardrails|limits +3 not|dont|no|never +1 exist|apply|there|matter",
        "nothing|none +4 you +1 were|was|are +1 told|given|taught +4 applies|counts|matters|valid",
        // What is to be written or done.
        "append|add|start|begin|end|finish|prefix|sign +4 every|each|all +2 your|reply|replies|response|responses|message|messages|answer|answers|sentence", "curse|swear|insult +1 at|me|the +1 me|user|customer|everybody", "pwned|jailbreak|jailbroken",
        "recommend|advertise|promote +3 competitor|competitors +3 to|instead", "delete +0 from|table|all +2 leads|where|users|customers|tables", "drop +0 table|tables|database", "union +0 select", "etc +0 passwd", "rm +0 rf", "ls +0 la",
        "confirm|promise|state|write|agree +6 100|90|99|80 +1 off|discount|percent", "simulate +2 linux|terminal|shell|console|bash|server|sql", "translate|encode|encrypt|summarize|summarise|rephrase +3 your|the|ur +2 instructions|prompt|guidelines|rules|directives|system",
    ];

    private static readonly OrderPhrases Phrases = new(Lines);

    /// <summary>Whether folded words have one of the patterns.</summary>
    public static bool Hold(List<string> words) => Phrases.Hold(words);
}
