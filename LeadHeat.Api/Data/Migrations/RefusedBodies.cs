using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261123_0047_refused_bodies")]
internal sealed class RefusedBodies() : SqlMigration("0047_refused_bodies.sql");
