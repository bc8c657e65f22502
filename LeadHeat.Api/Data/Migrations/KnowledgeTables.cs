using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261121_0005_knowledge")]
internal sealed class KnowledgeTables() : SqlMigration("0005_knowledge.sql");
