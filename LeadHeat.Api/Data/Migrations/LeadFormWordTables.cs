using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261124_0054_lead_form_words")]
internal sealed class LeadFormWordTables() : SqlMigration("0054_lead_form_words.sql");
