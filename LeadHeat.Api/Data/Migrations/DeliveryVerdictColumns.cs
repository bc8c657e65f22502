using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261124_0053_delivery_verdicts")]
internal sealed class DeliveryVerdictColumns() : SqlMigration("0053_delivery_verdicts.sql");
