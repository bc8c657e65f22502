using System.Net;
using System.Text;
using LeadHeat.Core.Knowledge;
using LeadHeat.Core.Wire;
using LeadHeat.Tests.AppHost;
using LeadHeat.Tests.EndToEnd;
using LeadHeat.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace LeadHeat.Tests.Api.Knowledge;

/// <summary>Collections that were indexed with one embedder while another is configured: first the model changes behind its name, then it is taken away.</summary>
[Collection("own app")]
public sealed class EmbedderMismatchTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Harbour = "harbour";
    private const string Question = "what does a berth cost";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly string _data = Directory.CreateTempSubdirectory("leadheat-embedders-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Vectors_of_another_embedder_are_refused_until_their_collection_is_indexed_anew()
    {
        await using var fake = await FakeEmbeddings.StartAsync(FakeEmbeddings.Vectors(128));
        await using (var app = await StartAsync($"Endpoint={fake.Endpoint};Key=k;Model=chat;EmbeddingModel=fake-embedding"))
        {
            using var admin = Caller.Admin(app);
            await AddAsync(admin);
            await IndexedAsync(admin, Harbour, 128);
            await IndexedAsync(admin, "cafe", 128);

            fake.Then(FakeEmbeddings.Vectors(64));

            await IsRefusedAsync(admin, Harbour, "fake-embedding (128 numbers a vector)", "fake-embedding (64 numbers)");
            await IsSearchedOtherwiseAsync(admin, Harbour);
            await WhatIsEmptiedIsFreeAsync(admin);
            await IndexingAnewHelpsAsync(admin);
            await IsRefusedAsync(admin, "real-estate", "fake-embedding (128 numbers a vector)", "(64 numbers)");
        }

        await using (var app = await StartAsync(null))
        {
            using var admin = Caller.Admin(app);
            await IsRefusedAsync(admin, Harbour, "fake-embedding (64 numbers a vector)", "only the local embedder (384 numbers)");
            await IsSearchedOtherwiseAsync(admin, Harbour);
            await ThePageHelpsAsync(app);
            Assert.Equal("Berths", (await admin.Client.SearchKnowledgeAsync(new(Question, Harbour))).Hits[0].Title);
        }
    }

    private static async Task IsRefusedAsync(Caller admin, string collection, params string[] told)
    {
        var problem = (await RefusalAsync(admin, $"{Routes.Knowledge}/search?q=berth&collection={collection}")).Refusal(409);
        Assert.Equal("The collection has to be re-indexed", problem.Title);
        Assert.All([.. told, Routes.Reindex(collection)], words => Assert.Contains(words, problem.Detail, StringComparison.Ordinal));
        (await RefusalAsync(admin, $"{Routes.Knowledge}/search?q=berth&collection={collection}&mode=vector")).Refusal(409);
        var state = await StateAsync(admin, collection);
        Assert.Equal((IndexingState.Mismatch, problem.Detail), (state!.State, state.Problem));
        var refused = await Assert.ThrowsAsync<LeadHeatException>(() => admin.Client.AddDocumentAsync(collection, "prices", "more.md", new MemoryStream("# More\n\nWords."u8.ToArray())));
        Assert.Equal((HttpStatusCode.Conflict, problem.Detail), (refused.Status, refused.Detail));
    }

    // The model's answer to the question may come too late on a slow machine: then the local embedder answers.
    private static async Task<Answer> RefusalAsync(Caller admin, string path)
    {
        Answer? answer = null;
        await Eventually.TrueAsync(async () => (answer = await admin.GetAsync(path)).Status == 409, Limit, () => $"{answer?.Status}: {answer?.Json}");
        return answer!;
    }

    private static async Task IsSearchedOtherwiseAsync(Caller admin, string collection)
    {
        var words = await admin.Client.SearchKnowledgeAsync(new(Question, collection, Mode: SearchMode.Lexical));
        var local = await admin.Client.SearchKnowledgeAsync(new(Question, collection, Fallback: SearchFallback.Local));

        Assert.Equal(["Berths", "Berths"], [words.Hits[0].Title, local.Hits[0].Title]);
    }

    private static async Task WhatIsEmptiedIsFreeAsync(Caller admin)
    {
        await admin.Client.DeleteDocumentAsync((await admin.Client.GetDocumentsAsync(Harbour)).Items.Single().Id);
        Assert.Null(await StateAsync(admin, Harbour));
        await AddAsync(admin);
        await IndexedAsync(admin, Harbour, 64);
    }

    private static async Task IndexingAnewHelpsAsync(Caller admin)
    {
        Assert.Equal(IndexingState.Mismatch, (await StateAsync(admin, "cafe"))!.State);
        await admin.Client.ReindexAsync("cafe");
        await IndexedAsync(admin, "cafe", 64);
        Assert.NotEmpty((await admin.Client.SearchKnowledgeAsync(new("how is coffee stored?", "cafe", Mode: SearchMode.Vector))).Hits);
        (await admin.PostAsync(Routes.Reindex("nowhere"), "")).Refusal(404);
    }

    private async Task ThePageHelpsAsync(RunningApp app)
    {
        var page = await TeamBrowser.SignInAsync(chromium, app, Screen.Desk);
        await page.OpenAsync(app, "/knowledge");
        var alert = page.GetByRole(Microsoft.Playwright.AriaRole.Alert).Filter(new() { HasText = "in harbour was built with another model (fake-embedding, 64 numbers a vector)" });
        await Expect(alert).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await alert.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Build harbour anew" }).ClickAsync();
        await Expect(alert).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.Context.DisposeAsync();
    }

    private static Task IndexedAsync(Caller admin, string collection, int dimensions)
    {
        CollectionIndexing? state = null;
        return Eventually.TrueAsync(
            async () => (state = await StateAsync(admin, collection)) is { State: IndexingState.Ready, Embedder: "fake-embedding" } && state.Dimensions == dimensions, Limit, () => $"{state}");
    }

    private static async Task<CollectionIndexing?> StateAsync(Caller admin, string collection) =>
        (await admin.Client.GetDocumentsAsync(collection)).Collections.SingleOrDefault();

    private static Task<KnowledgeDocument> AddAsync(Caller admin) => admin.Client.AddDocumentAsync(
        Harbour, "prices", "berths.md", new MemoryStream(Encoding.UTF8.GetBytes("# Berths\n\n## Rent\nA berth costs 900 dirhams a month.\n\n## Storms\nMasts are inspected in December.")));

    private Task<RunningApp> StartAsync(string? model) =>
        RunningApp.StartAsync(new AppOptions { Data = _data, Environment = { ["ConnectionStrings__model"] = model } });
}
