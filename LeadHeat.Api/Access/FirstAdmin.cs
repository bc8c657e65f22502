using LeadHeat.Api.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LeadHeat.Api.Access;

/// <summary>Creates the roles, and the admin while there is no user at all; gives that admin a new password when the one before is lost.</summary>
internal sealed class FirstAdmin(
    LeadsDb db, UserManager<User> users, RoleManager<IdentityRole<Guid>> roles, Members members, IOptions<AccessOptions> options,
    TimeProvider clock)
{
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var name in (string[])[Roles.Admin, Roles.Agent])
            if (!await roles.RoleExistsAsync(name))
                Check(await roles.CreateAsync(new IdentityRole<Guid>(name) { Id = NewId() }));
        if (await db.Users.AnyAsync(cancellationToken))
        {
            await RenewPasswordAsync(options.Value, cancellationToken);
            return;
        }

        if (options.Value is not { AdminEmail: { } email, AdminPassword: { } password })
            throw new InvalidOperationException("There is no user yet: set Access__AdminEmail and Access__AdminPassword for the first admin.");
        var admin = new User { Id = NewId(), Name = "Admin", Email = email, UserName = email, EmailConfirmed = true };
        Check(await users.CreateAsync(admin, password));
        Check(await users.AddToRoleAsync(admin, Roles.Admin));
    }

    private async Task RenewPasswordAsync(AccessOptions given, CancellationToken cancellationToken)
    {
        if (given is not { AdminPasswordIsNew: true, AdminEmail: { } email, AdminPassword: { } password })
            return;
        // A restart within the run that made the password has nothing to do.
        if (await users.FindByEmailAsync(email) is not { } admin || await users.CheckPasswordAsync(admin, password))
            return;
        Check(await users.RemovePasswordAsync(admin));
        Check(await users.AddPasswordAsync(admin, password));
        await members.SignOutAsync(admin.Id, new Actor(null, "LeadHeat"), cancellationToken);
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException("The admin cannot be set up: " + string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
