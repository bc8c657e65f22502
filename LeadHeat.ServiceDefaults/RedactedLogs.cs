using System.Collections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadHeat.ServiceDefaults;

/// <summary>Stands between the loggers and whoever writes or sends lines: none of them gets an address, a number or a token.</summary>
internal static class RedactedLogs
{
    /// <summary>For the providers that are registered by now.</summary>
    public static void AddRedaction(this ILoggingBuilder logging)
    {
        for (var place = 0; place < logging.Services.Count; place++)
        {
            var inner = logging.Services[place];
            if (inner.ServiceType == typeof(ILoggerProvider) && !inner.IsKeyedService)
                logging.Services[place] = ServiceDescriptor.Singleton<ILoggerProvider>(services => new RedactingProvider(Create(services, inner)));
        }
    }

    private static ILoggerProvider Create(IServiceProvider services, ServiceDescriptor inner) => (ILoggerProvider)(
        inner.ImplementationInstance ?? inner.ImplementationFactory?.Invoke(services) ?? ActivatorUtilities.CreateInstance(services, inner.ImplementationType!));
}

internal sealed class RedactingProvider(ILoggerProvider inner) : ILoggerProvider, ISupportExternalScope
{
    public ILogger CreateLogger(string categoryName) => new RedactingLogger(inner.CreateLogger(categoryName));

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => (inner as ISupportExternalScope)?.SetScopeProvider(new RedactingScopes(scopeProvider));

    public void Dispose() => inner.Dispose();
}

internal sealed class RedactingLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
            return;
        var message = Redactor.Redact(formatter(state, exception));
        inner.Log(logLevel, eventId, new RedactedState(message, state as IReadOnlyList<KeyValuePair<string, object?>>), RedactedException.Of(exception), static (clean, _) => clean.ToString());
    }
}

/// <summary>What a line says, with its named values; text in them is redacted when somebody looks.</summary>
internal sealed class RedactedState(string message, IReadOnlyList<KeyValuePair<string, object?>>? values) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => values?.Count ?? 0;

    public KeyValuePair<string, object?> this[int index] => Clean(values![index]);

    public static KeyValuePair<string, object?> Clean(KeyValuePair<string, object?> pair) => new(pair.Key, Clean(pair.Value));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var place = 0; place < Count; place++)
            yield return this[place];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => message;

    // Numbers, times and ids are what they are; everything else is written as text.
    private static object? Clean(object? value) => value switch
    {
        null or bool or byte or short or int or long or float or double or decimal or Guid or DateTime or DateTimeOffset or TimeSpan or Enum => value,
        string text => Redactor.Redact(text),
        _ => value.ToString() is { } text && Redactor.Redact(text) is var clean && !ReferenceEquals(clean, text) ? clean : value,
    };
}

/// <summary>An exception whose text held what must not be logged. It says what the other one said, without that.</summary>
internal sealed class RedactedException(string message, string text, string? stack) : Exception(message)
{
    public override string? StackTrace => stack;

    public static Exception? Of(Exception? exception)
    {
        if (exception is null)
            return null;
        var text = exception.ToString();
        var clean = Redactor.Redact(text);
        return ReferenceEquals(clean, text) ? exception : new RedactedException($"{exception.GetType().Name}: {Redactor.Redact(exception.Message)}", clean, exception.StackTrace);
    }

    public override string ToString() => text;
}

/// <summary>The scopes of a line, redacted as it is.</summary>
internal sealed class RedactingScopes(IExternalScopeProvider inner) : IExternalScopeProvider
{
    public void ForEachScope<TState>(Action<object?, TState> callback, TState state) =>
        inner.ForEachScope(static (scope, each) => each.callback(Clean(scope), each.state), (callback, state));

    public IDisposable Push(object? state) => inner.Push(state);

    private static object? Clean(object? scope) => scope switch
    {
        IReadOnlyList<KeyValuePair<string, object?>> values => new RedactedState(Redactor.Redact(scope.ToString() ?? ""), values),
        string text => Redactor.Redact(text),
        _ => scope,
    };
}
