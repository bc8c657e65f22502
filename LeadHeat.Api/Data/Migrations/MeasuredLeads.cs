using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261122_0027_measured_leads")]
internal sealed class MeasuredLeads() : SqlMigration("0027_measured_leads.sql");
