namespace LeadHeat.Core.Dialogue;

/// <summary>What a playbook must be able to say. The words in braces may be used in its templates.</summary>
internal static class ReplyKeys
{
    public const string GreetAgain = "greet_again";
    public const string Welcome = "welcome";
    public const string SmallTalk = "small_talk";
    public const string SmallTalkOther = "small_talk_other";
    public const string Likes = "likes";
    public const string IsBot = "is_bot";
    public const string OffTopic = "off_topic";
    public const string NotUnderstood = "not_understood";
    public const string Thanks = "thanks";
    public const string Goodbye = "goodbye";
    public const string GoodbyePlanned = "goodbye_planned";
    public const string Reset = "reset";
    public const string Refused = "refused";
    public const string WhyAsked = "why_asked";
    public const string BudgetUnclear = "budget_unclear";
    public const string ComplaintOffer = "complaint_offer";
    public const string RefusedContact = "refused_contact";
    public const string LeftOpen = "left_open";
    public const string Browsing = "browsing";
    public const string AskAway = "ask_away";
    public const string Sorry = "sorry";
    public const string HandoffAsked = "handoff_asked";
    public const string HandoffFrustrated = "handoff_frustrated";
    public const string HandoffStuck = "handoff_stuck";
    public const string HandoffService = "handoff_service";
    public const string HandoffStop = "handoff_stop";
    public const string HandoffDelete = "handoff_delete";
    public const string PhoneShort = "phone_short";
    public const string StepByStep = "step_by_step";
    public const string AskNumberForService = "ask_number_for_service";
    public const string Told = "told";
    public const string AskContactForPerson = "ask_contact_for_person";
    public const string Name = "ack_name";
    public const string Contact = "ack_contact";
    public const string NameAndContact = "ack_name_contact";
    public const string BookedChips = "booked_chips";
    public const string Summary = "ack_summary";
    public const string Detail = "ack_detail";
    public const string Changed = "ack_changed";
    public const string Price = "price_of";
    public const string PriceRange = "price_range";
    public const string PriceUnknown = "price_unknown";
    public const string Discount = "discount";
    public const string Unknown = "unknown_topic";
    public const string OfferAgain = "offer_again";
    public const string OfferAccepted = "offer_accepted";
    public const string OfferNeedsContact = "offer_needs_contact";
    public const string OfferDeclined = "offer_declined";
    public const string CallAccepted = "call_accepted";
    public const string CallNeedsNumber = "call_needs_number";
    public const string AnythingElse = "anything_else";
    public const string YesNoChips = "yes_no_chips";
    public const string DoneChips = "done_chips";
    public const string VisitStep = "visit_step";
    public const string Meanwhile = "meanwhile";
    public const string Noted = "ack_noted";
    public const string Left = "left_alone";
    public const string HoldFirst = "hold_first";
    public const string HoldNoted = "hold_noted";
    public const string HoldContact = "hold_contact";
    public const string HoldWaiting = "hold_waiting";
    public const string EmailCheck = "email_check";
    public const string EmailCheckChips = "email_check_chips";
    public const string WelcomeBack = "welcome_back";
    public const string WelcomeBackPlain = "welcome_back_plain";
    public const string Recall = "recall";
    public const string RecallUnknown = "recall_unknown";
    public const string BackTo = "back_to";
    public const string Steer = "steer";
    public const string AskDay = "ask_day";
    public const string DayChips = "day_chips";
    public const string CallStep = "call_step";
    public const string BrochureAccepted = "brochure_accepted";
    public const string BrochureNeedsEmail = "brochure_needs_email";
    public const string BrochureStep = "brochure_step";
    public const string OfferNeedsEmail = "offer_needs_email";
    public const string SendAccepted = "send_accepted";
    public const string NoQuestions = "no_more_questions";
    public const string UnknownAgain = "unknown_again";
    public const string AnswerStep = "answer_step";
    public const string Elsewhere = "elsewhere";
    public const string OutsiderNoted = "outsider_noted";
    public const string ExistingCustomer = "existing_customer";
    public const string VisitCancelled = "visit_cancelled";
    public const string CallCancelled = "call_cancelled";
    public const string CancelStep = "cancel_step";
    public const string SaidKnown = "said_known";
    public const string SaidUnknown = "said_unknown";
    public const string SaidLetBe = "said_let_be";
    public const string Hours = "hours_noted";
    public const string HoursStep = "hours_step";

    public static readonly IReadOnlyList<string> All =
    [
        GreetAgain, Welcome, SmallTalk, SmallTalkOther, Likes, IsBot, OffTopic, NotUnderstood, Thanks, Goodbye, GoodbyePlanned, Reset, Refused, RefusedContact, LeftOpen,
        Browsing, AskAway, Sorry, HandoffAsked, HandoffFrustrated, HandoffStuck, HandoffService, HandoffStop, HandoffDelete, PhoneShort, StepByStep, AskNumberForService, Told, AskContactForPerson, Name, Contact, NameAndContact, BookedChips, Summary, Left, Detail, Changed, Price, PriceRange,
        PriceUnknown, Discount, Unknown, OfferAgain, OfferAccepted, OfferNeedsContact, OfferDeclined, CallAccepted, CallNeedsNumber, AnythingElse,
        YesNoChips, DoneChips, VisitStep, Meanwhile, Noted, WhyAsked, BudgetUnclear, ComplaintOffer, EmailCheck, EmailCheckChips,
        WelcomeBack, WelcomeBackPlain, Recall, RecallUnknown, BackTo, Steer, AskDay, DayChips, CallStep, BrochureAccepted, BrochureNeedsEmail, BrochureStep, OfferNeedsEmail, SendAccepted, NoQuestions, UnknownAgain, AnswerStep, Elsewhere, OutsiderNoted, ExistingCustomer, VisitCancelled, CallCancelled, CancelStep,
        HoldFirst, HoldNoted, HoldContact, HoldWaiting, SaidKnown, SaidUnknown, SaidLetBe, Hours, HoursStep,
    ];

    // Only where there is an inventory.
    public const string OneMatch = "one_match";
    public const string SomeMatches = "some_matches";
    public const string MoreMatches = "more_matches";
    public const string NoMore = "no_more";
    public const string NoMatchAnyPrice = "no_match_any_price";
    public const string NoMatchNearby = "no_match_nearby";
    public const string NoMatchAnywhere = "no_match_anywhere";
    public const string NoMatch = "no_match";
    public const string Cheaper = "cheaper";
    public const string NothingCheaper = "nothing_cheaper";
    public const string About = "about_unit";
    public const string Compare = "compare";
    public const string CompareVerdict = "compare_verdict";
    public const string ComparePrice = "compare_price";
    public const string Recommend = "recommend";
    public const string Recap = "recap";
    public const string FeatureIs = "feature_is";
    public const string CheckStep = "check_step";

    public const string AltCheaper = "alt_cheaper";
    public const string AltNearby = "alt_nearby";
    public const string AltValue = "alt_value";
    public const string AltEmerging = "alt_emerging";
    public const string Scarce = "scarce";
    public const string LastOne = "last_one";
    public const string Market = "market";
    public const string NoFigures = "no_figures";
    public const string AreaFigures = "area_figures";
    public const string AreaVerdict = "area_verdict";
    public const string FeatureYes = "feature_yes";
    public const string FeatureAll = "feature_all";
    public const string FeatureSome = "feature_some";
    public const string FeatureUnknown = "feature_unknown";
    public const string UnitSize = "unit_size";
    public const string UnitBaths = "unit_baths";
    public const string UnitAvailable = "unit_available";
    public const string UnitGone = "unit_gone";
    public const string UnitUnknown = "unit_unknown";
    public const string VisitsAccepted = "visits_accepted";
    public const string CancelWhich = "cancel_which";
    public const string NothingBetter = "nothing_better";
    public const string AltRoomier = "alt_roomier";
    public const string CountOf = "count_of";
    public const string CountAtLeast = "count_at_least";
    public const string CountNone = "count_none";
    public const string UnitRate = "unit_rate";
    public const string WhichBiggest = "which_biggest";
    public const string WhichCheapest = "which_cheapest";
    public const string WhichDearest = "which_dearest";
    public const string WhichEqual = "which_equal";
    public const string FeatureNone = "feature_none";
    public const string FeatureNoneIs = "feature_none_is";
    public const string UnwantedNoted = "unwanted_noted";

    public static readonly IReadOnlyList<string> ForInventory =
    [
        OneMatch, SomeMatches, MoreMatches, NoMore, NoMatchAnyPrice, NoMatchNearby, NoMatchAnywhere, NoMatch, NothingCheaper, About, Compare, CompareVerdict, ComparePrice, Recommend, Recap, FeatureIs, CheckStep, AltCheaper, AltNearby,
        AltValue, AltEmerging, Scarce, LastOne, Market, NoFigures, AreaFigures, AreaVerdict, FeatureYes, FeatureAll, FeatureSome, FeatureUnknown, UnitSize, UnitBaths,
        UnitAvailable, UnitGone, UnitUnknown, VisitsAccepted, CancelWhich, NothingBetter, AltRoomier, CountOf, CountAtLeast, CountNone,
        UnitRate, WhichBiggest, WhichCheapest, WhichDearest, WhichEqual, FeatureNone, FeatureNoneIs, UnwantedNoted,
    ];
}
