using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261124_0052_open_changes")]
internal sealed class OpenChangeTables() : SqlMigration("0052_open_changes.sql");
