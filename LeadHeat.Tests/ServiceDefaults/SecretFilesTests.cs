using LeadHeat.ServiceDefaults;
using Microsoft.Extensions.Hosting;

namespace LeadHeat.Tests.ServiceDefaults;

public sealed class SecretFilesTests
{
    [Fact]
    public void A_file_goes_before_other_settings_and_its_last_line_end_is_no_part_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("leadheat-secrets-").FullName;
        File.WriteAllText(Path.Combine(folder, "Meta__AccessToken"), "from the store\n");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        (builder.Configuration["Secrets:Path"], builder.Configuration["Meta:AccessToken"], builder.Configuration["Meta:AppSecret"]) = (folder, "from elsewhere", "stays");

        builder.AddSecretFiles();

        Assert.Equal(("from the store", "stays"), (builder.Configuration["Meta:AccessToken"], builder.Configuration["Meta:AppSecret"]));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Secrets:Path"] = "/no/such/folder";

        Assert.Throws<DirectoryNotFoundException>(builder.AddSecretFiles);
    }
}
