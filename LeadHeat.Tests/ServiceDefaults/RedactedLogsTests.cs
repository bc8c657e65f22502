using System.Diagnostics;
using LeadHeat.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class RedactedLogsTests
{
    private const string Email = "asha.rao@example.com";
    private const string Phone = "+971 50 123 4567";

    [Fact]
    public void Nothing_private_reaches_a_provider_in_a_message_a_value_an_exception_or_a_scope()
    {
        var kept = new KeepingProvider();
        using var services = new ServiceCollection().AddLogging(logging =>
        {
            logging.AddProvider(kept);
            logging.AddRedaction();
        }).BuildServiceProvider();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("any");
        var failure = new InvalidOperationException($"no row for {Email}", new FormatException($"bad {Phone}"));

        using (logger.BeginScope(new Dictionary<string, object?> { ["to"] = Email }.ToList()))
        using (logger.BeginScope("calls " + Phone))
            logger.Log(LogLevel.Error, default, (IReadOnlyList<KeyValuePair<string, object?>>)[new("who", Email), new("count", 7), new("{OriginalFormat}", "wrote to {who}")], failure, (_, _) => $"wrote to {Email}");

        var line = Assert.Single(kept.Lines);
        Assert.DoesNotContain(Email, line, StringComparison.Ordinal);
        Assert.DoesNotContain("123 4567", line, StringComparison.Ordinal);
        foreach (var part in (string[])["wrote to [e-mail]", "who=[e-mail]", "count=7", "no row for [e-mail]", "bad [phone]", "to=[e-mail]", "calls [phone]"])
            Assert.Contains(part, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_without_anything_private_is_handed_on_as_it_is()
    {
        var failure = new InvalidOperationException("The row is gone.");

        Assert.Same(failure, RedactedException.Of(failure));
        Assert.Null(RedactedException.Of(null));
    }

    [Fact]
    public void Span_is_sent_without_what_is_private_in_its_name_tags_and_status()
    {
        using var source = new ActivitySource("redaction");
        using var listener = new ActivityListener { ShouldListenTo = heard => heard.Name == "redaction", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var span = source.StartActivity("GET /people/" + Email)!;
        span.SetTag("url.query", "phone=" + Phone);
        span.SetTag("lead", "019a9d3c-1234-7890-8123-123456789012");
        span.SetStatus(ActivityStatusCode.Error, $"failed for {Email}");

        new SpanRedaction().OnEnd(span);

        var sent = string.Join('\n', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName).Append(span.StatusDescription));
        Assert.True(span.Recorded);
        Assert.DoesNotContain(Email, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("4567", sent.Replace("019a9d3c-1234-7890-8123-123456789012", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("failed for [e-mail]", sent, StringComparison.Ordinal);
        Assert.Contains("lead=019a9d3c", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Span_with_an_event_that_cannot_be_changed_is_not_sent()
    {
        using var source = new ActivitySource("redaction");
        using var listener = new ActivityListener { ShouldListenTo = heard => heard.Name == "redaction", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var clean = source.StartActivity("clean")!.AddException(new InvalidOperationException("no row"));
        using var span = source.StartActivity("not clean")!.AddException(new InvalidOperationException($"no row for {Email}"));

        new SpanRedaction().OnEnd(clean);
        new SpanRedaction().OnEnd(span);

        Assert.True(clean.Recorded);
        Assert.False(span.Recorded);
    }

    private sealed class KeepingProvider : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider _scopes = null!;

        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Keeper(this);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Keeper(KeepingProvider provider) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                List<string> parts = [formatter(state, exception), state!.ToString()!, exception?.ToString() ?? "", exception?.Message ?? ""];
                parts.AddRange(((IReadOnlyList<KeyValuePair<string, object?>>)state).Select(pair => $"{pair.Key}={pair.Value}"));
                provider._scopes.ForEachScope((scope, all) =>
                {
                    all.Add(scope!.ToString()!);
                    if (scope is IReadOnlyList<KeyValuePair<string, object?>> values)
                        all.AddRange(values.Select(pair => $"{pair.Key}={pair.Value}"));
                }, parts);
                provider.Lines.Add(string.Join('\n', parts));
            }
        }
    }
}
