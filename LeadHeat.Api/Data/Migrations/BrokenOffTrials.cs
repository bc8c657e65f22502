using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261123_0050_broken_off_trials")]
internal sealed class BrokenOffTrials() : SqlMigration("0050_broken_off_trials.sql");
