using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261122_0039_look_at_leads")]
internal sealed class LookAtLeads() : SqlMigration("0039_look_at_leads.sql");
