using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261121_0007_evals")]
internal sealed class EvalTables() : SqlMigration("0007_evals.sql");
