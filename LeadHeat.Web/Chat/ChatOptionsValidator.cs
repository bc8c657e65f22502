using Microsoft.Extensions.Options;

namespace LeadHeat.Web.Chat;

[OptionsValidator]
internal sealed partial class ChatOptionsValidator : IValidateOptions<ChatOptions>;
