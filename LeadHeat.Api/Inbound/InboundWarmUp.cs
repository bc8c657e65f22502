using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using LeadHeat.Api.Channels;
using LeadHeat.Api.Channels.WhatsApp;
using LeadHeat.Core.Channels;

namespace LeadHeat.Api.Inbound;

/// <summary>
/// Compiles what takes deliveries in and handles them, before the first one comes. Unlike a turn's way it cannot be walked without writing something,
/// and to compile it all while the first ones are there takes their time. The start does not wait for it.
/// </summary>
internal sealed partial class InboundWarmUp(ILogger<InboundWarmUp> logger) : BackgroundService
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Type[] OfEachPart = [typeof(InboundPump), typeof(ChannelIdentities), typeof(WhatsAppEvents), typeof(MetaEnvelope)];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Compile(stoppingToken), stoppingToken);

    private void Compile(CancellationToken stoppingToken)
    {
        var began = Stopwatch.GetTimestamp();
        var methods = OfEachPart.SelectMany(part => part.Assembly.GetTypes().Where(type => type.Namespace == part.Namespace))
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetMethods(Own))
            .Where(method => !method.IsAbstract && !method.IsSpecialName && !method.ContainsGenericParameters)
            // What each record has is compiled soon enough.
            .Where(method => method.GetBaseDefinition().DeclaringType != typeof(object))
            .ToList();
        foreach (var method in methods)
        {
            if (stoppingToken.IsCancellationRequested)
                return;
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }

        var took = Stopwatch.GetElapsedTime(began);
        LogCompiled(logger, methods.Count, took);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} methods for what comes in were compiled in {Time}")]
    private static partial void LogCompiled(ILogger logger, int count, TimeSpan time);
}
