using LeadHeat.Core.Access;
using Microsoft.AspNetCore.Identity;

namespace LeadHeat.Api.Access;

/// <summary>The one rule for passwords, wherever they are set.</summary>
internal sealed class PasswordCheck(BreachedPasswords breached) : IPasswordValidator<User>
{
    private const string Known = "This password has come out somewhere: whoever tries passwords has it on a list. Choose another one.";

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        (PasswordRule.Refuse(password ?? "", user.Name, user.Email ?? "") ?? (breached.Contains(password!) ? Known : null)) is { } why
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordRefused", Description = why })
            : IdentityResult.Success);
}
