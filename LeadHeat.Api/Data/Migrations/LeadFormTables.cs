using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261121_0016_lead_forms")]
internal sealed class LeadFormTables() : SqlMigration("0016_lead_forms.sql");
