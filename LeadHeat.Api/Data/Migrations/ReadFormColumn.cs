using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261124_0055_read_forms")]
internal sealed class ReadFormColumn() : SqlMigration("0055_read_forms.sql");
