using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261124_0056_unheard")]
internal sealed class UnheardColumn() : SqlMigration("0056_unheard.sql");
