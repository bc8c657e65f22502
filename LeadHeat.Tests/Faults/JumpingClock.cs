using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using LeadHeat.ServiceDefaults;
using LeadHeat.Tests.Faults;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(JumpingClockStartup))]

namespace LeadHeat.Tests.Faults
{
    /// <summary>
    /// A machine's clock that somebody sets. It is brought into the app's processes by what .NET has for that, two variables of the environment:
    /// the app itself has no setting by which its clock could be moved.
    /// </summary>
    internal sealed class JumpingClock : TimeProvider, IDisposable
    {
        private const string Place = "LEADHEAT_TEST_CLOCK";

        private readonly string _file;
        private readonly Timer _look;
        private long _ahead;

        private JumpingClock(string file)
        {
            _file = file;
            _look = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
        }

        public static JumpingClock? OfThisProcess { get; } = Environment.GetEnvironmentVariable(Place) is { Length: > 0 } file ? new(file) : null;

        /// <summary>For an app whose clock is what the file says.</summary>
        public static Dictionary<string, string?> In(string file) => new()
        {
            [Place] = file, ["DOTNET_STARTUP_HOOKS"] = Assembly.GetExecutingAssembly().Location, ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(JumpingClock).Assembly.GetName().Name,
        };

        /// <summary>Sets the clock: so far ahead of what it is, or behind.</summary>
        public static void Set(string file, TimeSpan ahead)
        {
            File.WriteAllText(file + ".new", ahead.Ticks.ToString(CultureInfo.InvariantCulture));
            File.Move(file + ".new", file, overwrite: true);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Volatile.Read(ref _ahead));

        public void Dispose() => _look.Dispose();

        private void Look()
        {
            if (File.Exists(_file) && long.TryParse(File.ReadAllText(_file), CultureInfo.InvariantCulture, out var ahead))
                Volatile.Write(ref _ahead, ahead);
        }
    }

    internal sealed class JumpingClockStartup : IHostingStartup
    {
        public void Configure(IWebHostBuilder builder)
        {
            if (JumpingClock.OfThisProcess is { } clock)
                builder.ConfigureServices(services => services.AddKeyedSingleton<TimeProvider>(Clocks.Machine, clock));
        }
    }
}

/// <summary>By this name .NET calls it before a program begins: from then on this assembly is found there by its name.</summary>
internal static class StartupHook
{
    public static void Initialize() => AssemblyLoadContext.Default.Resolving += (_, name) =>
        name.Name == typeof(StartupHook).Assembly.GetName().Name ? typeof(StartupHook).Assembly : null;
}
