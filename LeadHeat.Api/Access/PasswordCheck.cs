using LeadHeat.Core.Access;
using Microsoft.AspNetCore.Identity;

namespace LeadHeat.Api.Access;

/// <summary>The one rule for passwords, wherever they are set.</summary>
internal sealed class PasswordCheck : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        PasswordRule.Refuse(password ?? "", user.Name, user.Email ?? "") is { } why
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordRefused", Description = why })
            : IdentityResult.Success);
}
