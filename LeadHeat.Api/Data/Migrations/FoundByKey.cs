using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261122_0031_found_by_key")]
internal sealed class FoundByKey() : SqlMigration("0031_found_by_key.sql");
