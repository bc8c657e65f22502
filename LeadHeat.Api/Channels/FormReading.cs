using LeadHeat.Api.Leads;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Wire;

namespace LeadHeat.Api.Channels;

/// <summary>What a form tells by its mapping: facts, and notes of what no field takes.</summary>
internal static class FormReading
{
    public static (List<Fact> Facts, List<string> Notes) Of(
        FilledForm form, IReadOnlyDictionary<string, string> mapping, Playbook playbook, DateTimeOffset now)
    {
        List<Fact> facts = [];
        List<string> notes = [];
        var name = string.Join(' ', form.Answers.Where(answer => FormMapping.IsPartOfName(answer.Question)).Select(answer => answer.Text));
        if (name.Length > 0)
            Add(FactFields.Name, name, "name");
        foreach (var answer in form.Answers.Where(answer => answer.Values.Count > 0 && !FormMapping.IsPartOfName(answer.Question)))
            Add(mapping.GetValueOrDefault(answer.Question, FormMapping.Note), answer.Text, answer.Question);
        return (facts, notes);

        void Add(string field, string text, string question)
        {
            try
            {
                if (field != FormMapping.Note && facts.All(fact => fact.Field != field))
                {
                    facts.Add(FactReader.Read(field, text, playbook, facts, now) with { SetBy = FactSource.Form });
                    return;
                }
            }
            catch (FieldRefused)
            {
                // What is not understood is not lost: the team reads it as it was answered.
            }

            notes.Add($"{question.Replace('_', ' ')}: {text}");
        }
    }
}
