namespace LeadHeat.ServiceDefaults;

internal sealed class ServiceAddressHandler(ServiceAddresses addresses) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var named = request.RequestUri!;
        request.RequestUri = addresses.Resolve(named);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            // A repeated request is resolved anew, perhaps to another replica.
            request.RequestUri = named;
        }
    }
}
