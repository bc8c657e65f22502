using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261123_0051_unread_forms")]
internal sealed class UnreadFormTables() : SqlMigration("0051_unread_forms.sql");
