using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261122_0038_fetched_templates")]
internal sealed class FetchedTemplates() : SqlMigration("0038_fetched_templates.sql");
