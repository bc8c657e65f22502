namespace LeadHeat.Core.HeatModels;

/// <summary>What is known about a trained model.</summary>
/// <param name="Size">What it learned from.</param>
/// <param name="Quality">How good it was on the newest leads, which it had not seen.</param>
/// <param name="CardAuc">How often the card's score put a won lead over a lost one, among the same leads; null where they have no scores.</param>
/// <param name="Calibration">The calibration that was taken.</param>
/// <param name="Factors">What it looks at most, the strongest first.</param>
/// <param name="Trees">How many trees it has.</param>
/// <param name="StoppedEarly">Whether more trees did no more good.</param>
/// <param name="Seconds">How long the training took.</param>
/// <param name="Library">The library that trained it, with its version.</param>
/// <param name="Listed">Whether the leads behind the calibration curve's points are kept, for lists of them.</param>
/// <param name="Ranked">Whether it is kept, too, which of them are the best so many percent.</param>
public sealed record HeatReport(
    TrainingSize Size,
    Quality Quality,
    Interval? CardAuc,
    CalibrationKind Calibration,
    IReadOnlyList<TopFactor> Factors,
    int Trees,
    bool StoppedEarly,
    double Seconds,
    string Library,
    bool Listed = false,
    bool Ranked = false);

/// <summary>How many leads a model learned from, and over what time.</summary>
/// <param name="Refused">By feature: how many leads' values were refused because they are dated after the outcome.</param>
public sealed record TrainingSize(
    int Won, int Lost, int Training, int Tuning, int Test, DateTimeOffset From, DateTimeOffset To, IReadOnlyDictionary<string, int> Refused);

/// <summary>What a feature does on the whole.</summary>
/// <param name="Share">Its part of all that the features move, 0 to 1.</param>
/// <param name="Text">In words.</param>
/// <param name="Constraint">1 where more may only be better, -1 where more may only be worse, 0 where the card implies nothing.</param>
public sealed record TopFactor(string Feature, string Title, double Share, string Text, int Constraint);
