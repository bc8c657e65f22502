using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using LeadHeat.Api.Data;
using LeadHeat.Core.Access;
using Npgsql;

namespace LeadHeat.Api.Access;

internal static class Access
{
    private const string BearerOrKey = "bearer-or-key";

    // What OWASP asks of PBKDF2 with SHA-512.
    private const int PasswordIterations = 210_000;

    public static void AddAccess(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section)
            .Validate(options => options.BreachedPasswords is not { Length: > 0 } path || File.Exists(path), "Access__BreachedPasswords: there is no such file.")
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        builder.Services.AddSingleton<BreachedPasswords>();
        builder.Services.AddScoped<FirstAdmin>();
        builder.Services.AddSingleton<MachineKeys>();
        builder.Services.AddSingleton<ApiKeys>();
        builder.Services.AddSingleton<SignInTokens>();
        builder.Services.AddSingleton<SignIns>();
        builder.Services.AddSingleton<SecondFactors>();
        builder.Services.AddSingleton<Members>();
        builder.Services.AddSingleton<MemberLists>();
        builder.Services.AddScoped<NewMembers>();
        AddSchemes(builder.Services);
        AddUsers(builder.Services);
        builder.Services.AddPolicies();
        AddTokenKeys(builder.Services);
        // It warns that the keys are stored as they are: they lie beside the password hashes, in the database that they guard the way to.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapMe();
        routes.MapTeam();
        routes.MapApiKeys();
    }

    private static void AddSchemes(IServiceCollection services) => services
        .AddAuthentication(BearerOrKey)
        .AddPolicyScheme(BearerOrKey, null, options => options.ForwardDefaultSelector = context =>
            context.Request.Headers.ContainsKey(Core.Wire.Routes.ApiKeyHeader) && context.Request.Headers.Authorization.Count == 0
                ? MachineKeyHandler.SchemeName
                : SignInHandler.SchemeName)
        .AddScheme<AuthenticationSchemeOptions, MachineKeyHandler>(MachineKeyHandler.SchemeName, options => options.ForwardChallenge = SignInHandler.SchemeName)
        .AddScheme<AuthenticationSchemeOptions, SignInHandler>(SignInHandler.SchemeName, null);

    private static void AddUsers(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations);
        services
            .AddIdentityCore<User>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password = new PasswordOptions
                {
                    RequiredLength = PasswordRule.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
                };
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<LeadsDb>()
            .AddPasswordValidator<PasswordCheck>();
    }

    /// <summary>Tokens outlive a restart and are good at every replica: their keys are in the database.</summary>
    private static void AddTokenKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("leadheat");
        services.AddOptions<KeyManagementOptions>()
            .Configure<NpgsqlDataSource>((options, database) => options.XmlRepository = new TokenKeys(database));
    }
}
