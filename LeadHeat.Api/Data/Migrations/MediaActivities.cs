using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261122_0037_media")]
internal sealed class MediaActivities() : SqlMigration("0037_media.sql");
