using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261122_0032_beside_applied")]
internal sealed class BesideApplied() : SqlMigration("0032_beside_applied.sql");
