using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261122_0033_measured_tenths")]
internal sealed class MeasuredTenths() : SqlMigration("0033_measured_tenths.sql");
