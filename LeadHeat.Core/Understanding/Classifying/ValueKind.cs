namespace LeadHeat.Core.Understanding.Classifying;

/// <summary>The kinds of values of which the words around tell whose they are. Their names are keys of <c>common/values.json</c>.</summary>
internal enum ValueKind : byte { Amounts, Contacts, Times }
