using LeadHeat.Api.Knowledge.Embedding;

namespace LeadHeat.Tests.Api.Knowledge;

public sealed class HostedEmbedderTests
{
    [Fact]
    public async Task Many_texts_go_in_batches_and_come_back_in_their_order_with_length_one()
    {
        await using var fake = await FakeEmbeddings.StartAsync(FakeEmbeddings.Vectors(128));
        using var embedder = Of(fake);
        string[] texts = [.. Enumerable.Range(0, 150).Select(number => $"text number{number}")];

        var vectors = await embedder.GenerateAsync(texts);

        Assert.Equal((150, 3), (vectors.Count, fake.Requests.Count));
        Assert.Equal("fake-embedding", (string?)fake.Requests.First()["model"]);
        Assert.All(vectors, vector => Assert.Equal(1, vector.Vector.ToArray().Sum(value => value * value), 3));
        Assert.Equal((await embedder.GenerateAsync([texts[149]]))[0].Vector.ToArray(), vectors[149].Vector.ToArray());
    }

    [Fact]
    public async Task What_is_busy_broken_or_cut_is_asked_again()
    {
        await using var fake = await FakeEmbeddings.StartAsync(
            FakeEmbeddings.Refuse(429, "1"), FakeEmbeddings.Refuse(500), FakeEmbeddings.Cut, FakeEmbeddings.Vectors(64));
        using var embedder = Of(fake);

        Assert.Equal(64, (await embedder.GenerateAsync(["hello"]))[0].Vector.Length);
        Assert.Equal(4, fake.Requests.Count);
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,0,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":0,"embedding":[0,1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[0,0]},{"index":1,"embedding":[0,1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}""")]
    [InlineData("""{"error":"no"}""")]
    public async Task An_answer_that_does_not_fit_the_question_is_refused(string answer)
    {
        await using var fake = await FakeEmbeddings.StartAsync(FakeEmbeddings.Say(answer));
        using var embedder = Of(fake);

        await Assert.ThrowsAsync<EmbeddingFailure>(() => embedder.GenerateAsync(["one", "two"]));
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task A_wrong_key_is_not_asked_again()
    {
        await using var fake = await FakeEmbeddings.StartAsync(FakeEmbeddings.Refuse(401));
        using var embedder = Of(fake);

        Assert.Contains("401", (await Assert.ThrowsAsync<EmbeddingFailure>(() => embedder.GenerateAsync(["one"]))).Message, StringComparison.Ordinal);
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task A_question_waits_no_longer_than_it_may()
    {
        await using var fake = await FakeEmbeddings.StartAsync(FakeEmbeddings.Hang);
        using var embedder = Of(fake);

        Assert.Null(await embedder.TryOnceAsync("how much?", TimeSpan.FromMilliseconds(300), CancellationToken.None));
    }

    [Fact]
    public void A_connection_string_without_an_embedding_model_means_the_local_embedder()
    {
        Assert.Null(EmbeddingConnection.Parse("Endpoint=http://localhost/v1;Key=k;Model=chat"));
        Assert.Throws<FormatException>(() => EmbeddingConnection.Parse("Key=k;EmbeddingModel=e"));
    }

    private static HostedEmbedder Of(FakeEmbeddings fake) =>
        new(EmbeddingConnection.Parse($"Endpoint={fake.Endpoint};Key=k;Model=chat;EmbeddingModel=fake-embedding")!, new HttpClient(), TimeProvider.System);
}
