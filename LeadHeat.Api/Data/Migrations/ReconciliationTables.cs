using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261121_0025_reconciliations")]
internal sealed class ReconciliationTables() : SqlMigration("0025_reconciliations.sql");
