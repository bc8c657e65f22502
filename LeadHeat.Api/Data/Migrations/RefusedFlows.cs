using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261123_0049_refused_flows")]
internal sealed class RefusedFlows() : SqlMigration("0049_refused_flows.sql");
