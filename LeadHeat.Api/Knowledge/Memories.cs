using LeadHeat.Api.Data;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Retrieval;
using Npgsql;

namespace LeadHeat.Api.Knowledge;

/// <summary>Finds what a lead said, in all of the lead's conversations and in nobody else's.</summary>
internal sealed class Memories(NpgsqlDataSource database, Thesaurus thesaurus)
{
    private const int MostMessages = 1_000;

    // The lead is in the question to the database, so that no other lead's words are ever at hand here.
    private const string Said =
        """
        select m.id, m.conversation_id, m.text, m.created_at
        from conversations c join messages m on m.conversation_id = c.id
        where c.lead_id = $1 and m.author = 'visitor'
        order by m.id desc limit $2
        """;

    public async Task<LeadMemories> SearchAsync(Guid leadId, string text, int count, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Said, Sql.Of(leadId), Sql.Of(MostMessages));
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        List<LeadMemory> said = [];
        while (await rows.ReadAsync(cancellationToken))
            said.Add(new(rows.GetGuid(0), rows.GetGuid(1), rows.GetString(2), rows.Time(3), 0));
        return new(Find(said, text, count));
    }

    // So few and so short that they are looked through anew for each question.
    private IReadOnlyList<LeadMemory> Find(List<LeadMemory> said, string text, int count)
    {
        var vocabulary = new Vocabulary();
        IReadOnlyList<IReadOnlyList<TextField>> fields = [.. said.Select(memory => (IReadOnlyList<TextField>)[new TextField(memory.Text, 1)])];
        var embedder = LocalEmbedder.Train(fields, thesaurus, EmbedderKind.Listings);
        var index = new TextIndex<LeadMemory>(
            [.. said.Zip(fields, (memory, field) => new IndexRow<LeadMemory>(memory, field, vocabulary, embedder.Embed(field)))], vocabulary, LocalEmbedder.Dimensions);
        return [.. index.Search(text, embedder.EmbedQuestion(text), SearchMode.Hybrid, count, null).Select(hit => hit.Row.Item with { Score = Math.Round(hit.Score, 4) })];
    }
}
