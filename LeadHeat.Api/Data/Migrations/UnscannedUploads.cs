using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261122_0040_unscanned_uploads")]
internal sealed class UnscannedUploads() : SqlMigration("0040_unscanned_uploads.sql");
