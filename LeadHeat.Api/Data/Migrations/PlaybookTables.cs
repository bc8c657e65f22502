using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261121_0011_playbooks")]
internal sealed class PlaybookTables() : SqlMigration("0011_playbooks.sql");
