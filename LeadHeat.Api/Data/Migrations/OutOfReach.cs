using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261123_0041_out_of_reach")]
internal sealed class OutOfReach() : SqlMigration("0041_out_of_reach.sql");
