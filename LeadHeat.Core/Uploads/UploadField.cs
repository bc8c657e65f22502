using System.Text.Json.Serialization;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;

namespace LeadHeat.Core.Uploads;

/// <summary>How a cell is read.</summary>
[JsonConverter(typeof(WireEnumConverter<CellKind>))]
public enum CellKind { Text, Email, Phone, Number, Flag, Time, Outcome, Stage, Weekday, Sentiment, Word, Currency, Amount, Understood, Ignored }

/// <summary>What a column of a file can be.</summary>
/// <param name="Name">As on the wire: <c>budgetMax</c>; a playbook's own field by its own name.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Fact">The fact that it becomes, where the playbook has that field; null when it becomes none.</param>
/// <param name="Feature">Whether the heat model looks at it: then it is kept as it was in the file.</param>
/// <param name="Least">The least number.</param>
/// <param name="Most">The highest number, or for a text the most characters.</param>
public sealed record UploadField(string Name, string Title, CellKind Kind, string? Fact = null, bool Feature = false, decimal Least = 0, decimal Most = 0)
{
    /// <summary>Headers that mean it, in lower case and without anything but letters and digits.</summary>
    internal IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>All that columns can be.</summary>
public static class UploadFields
{
    public const string Name = "name";
    public const string FirstName = "firstName";
    public const string LastName = "lastName";
    public const string BudgetMin = "budgetMin";
    public const string BudgetMax = "budgetMax";
    public const string Currency = "currency";
    public const string Timeline = "timeline";
    public const string TimelineMonths = "timelineMonths";
    public const string Preapproved = "preapproved";
    public const string City = "city";
    public const string CreatedAt = "createdAt";
    public const string ClosedAt = "closedAt";
    public const string Outcome = "outcome";
    public const string Stage = "stage";
    public const string LostReason = "lostReason";
    public const string Owner = "owner";
    public const string Notes = "notes";
    public const string Ignored = "ignore";

    /// <summary>What all playbooks know.</summary>
    internal static readonly UploadField[] Shared =
    [
        Text(Name, "Name", FactFields.Name, 200, "fullname contact contactname leadname customer customername client clientname person kunde nombre nom"),
        Text(FirstName, "First name", FactFields.Name, 100, "givenname vorname fname prenom forename"),
        Text(LastName, "Last name", FactFields.Name, 100, "surname familyname nachname lname apellido"),
        new("email", "E-mail", CellKind.Email, FactFields.Email) { Names = Words("mail emailaddress mailaddress emailid contactemail leademail customeremail correo courriel eaddress") },
        new("phone", "Phone", CellKind.Phone, FactFields.Phone)
        {
            Names = Words("phonenumber phoneno mobile mobilenumber mobileno mobilephone cell cellphone cellnumber telephone tel telefon handy contactnumber contactno whatsapp whatsappnumber telefono"),
        },
        Text("company", "Company", FactFields.Company, 200, "companyname organisation organization business account accountname employer firma empresa"),
        Understood(City, "City", FactFields.City, true, "town preferredcity stadt ciudad ville"),
        Understood("areas", "Areas", FactFields.Areas, false, "area locality localities neighbourhood neighborhood location preferredlocation preferredarea district community"),
        Understood("propertyType", "Property type", FactFields.PropertyType, true, "type hometype unittype property propertykind"),
        Understood("beds", "Bedrooms", FactFields.Beds, true, "bedrooms bed bhk rooms bedroomcount noofbedrooms numberofbedrooms bedroom"),
        Understood("size", "Size", FactFields.Size, false, "sqft squarefeet builtuparea carpetarea areasqft sqm"),
        Understood("features", "Features", FactFields.Features, false, "amenities musthaves wishes"),
        new("budget", "Budget", CellKind.Amount, FactFields.Budget, Most: 1e13m) { Names = Words("pricerange budgetrange price budgetamount") },
        new(BudgetMin, "Budget from", CellKind.Amount, FactFields.Budget, Most: 1e13m) { Names = Words("minbudget budgetfrom minprice minimumbudget pricemin") },
        new(BudgetMax, "Budget up to", CellKind.Amount, FactFields.Budget, true, Most: 1e13m) { Names = Words("maxbudget budgetto maxprice maximumbudget pricemax budgetupto") },
        new(Currency, "Currency", CellKind.Currency) { Names = Words("ccy currencycode") },
        Understood(Timeline, "Timeline", FactFields.Timeline, false, "timeframe movein moveindate when possession horizon"),
        Number(TimelineMonths, "Timeline in months", FactFields.Timeline, 1200, "timelineinmonths monthstomove months timelinemonth"),
        Understood("purpose", "Purpose", FactFields.Purpose, false, "use usage buyingpurpose"),
        new(Preapproved, "Financing approved", CellKind.Understood, FactFields.PreApproved, true) { Names = Words("preapproval loanapproved financing mortgage loan preapprovedloan") },
        new(CreatedAt, "Created", CellKind.Time)
        {
            Names = Words("created createddate createdon createdtime createtime creationdate dateadded dateofenquiry leaddate leadcreated date enquirydate inquirydate timestamp datecreated"),
        },
        new(ClosedAt, "Closed", CellKind.Time) { Names = Words("closed closeddate closedate closedon wonat lostat outcomedate closingdate dateclosed") },
        new(Outcome, "Won or lost", CellKind.Outcome) { Names = Words("result wonlost won converted conversion closedas iswon dealoutcome wonorlost") },
        new(Stage, "Stage", CellKind.Stage) { Names = Words("status leadstatus leadstage pipelinestage dealstage phase") },
        Text(LostReason, "Why lost", null, 500, "reasonlost lossreason reasonforloss closedlostreason whylost"),
        Text(Owner, "Owner", null, 200, "leadowner assignedto assignee salesperson salesrep accountowner owneremail"),
        new("source", "Source", CellKind.Word, null, true, Most: 100) { Names = Words("leadsource utmsource origin referrer campaignsource") },
        new("channel", "Channel", CellKind.Word, null, true, Most: 100) { Names = Words("medium leadchannel utmmedium") },
        new("hasPhone", "Phone known", CellKind.Flag, null, true) { Names = Words("phoneknown phonegiven") },
        Number("messageCount", "Messages", null, 1e6m, "messages nummessages messagescount msgcount numberofmessages"),
        Number("medianReplyMinutes", "Reply time in minutes", null, 1e7m, "medianreply replyminutes medianresponseminutes responseminutes medianreplytime"),
        Number("visitCount", "Visits", null, 1e6m, "visits sitevisits numvisits visitscount numberofvisits"),
        Number("frustration", "Frustration", null, 10, "frustrationlevel frustrationscore"),
        new("sentiment", "Sentiment", CellKind.Sentiment, null, true) { Names = Words("mood tone sentimentlabel") },
        new("createdWeekday", "Weekday", CellKind.Weekday, null, true) { Names = Words("weekday dayofweek createdday") },
        Text(Notes, "Notes", null, 20_000, "note comments comment remarks remark message description details"),
        new(Ignored, "Leave out", CellKind.Ignored) { Names = Words("id leadid crmid externalid rowid recordid uuid no sno serialno index row") },
    ];

    /// <summary>What columns can be for a playbook: what all know, and its own fields.</summary>
    public static IReadOnlyList<UploadField> Of(Playbook playbook) =>
    [
        .. Shared,
        .. playbook.Fields.Where(field => !Shared.Any(known => known.Fact == field.Name)).Select(field => new UploadField(
            field.Name, field.Title, field.Kind is FieldKind.Text or FieldKind.Company ? CellKind.Text : CellKind.Understood, field.Name, Most: 500)
        {
            Names = [Normal(field.Title)],
        }),
    ];

    /// <summary>A header as names are compared: <c>E-Mail Address</c> is <c>emailaddress</c>.</summary>
    internal static string Normal(string header) => string.Concat(header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static UploadField Text(string name, string title, string? fact, int most, string names) =>
        new(name, title, CellKind.Text, fact, Most: most) { Names = Words(names) };

    private static UploadField Understood(string name, string title, string fact, bool feature, string names) =>
        new(name, title, CellKind.Understood, fact, feature) { Names = Words(names) };

    private static UploadField Number(string name, string title, string? fact, decimal most, string names) =>
        new(name, title, CellKind.Number, fact, true, 0, most) { Names = Words(names) };

    private static string[] Words(string names) => names.Split(' ');
}
