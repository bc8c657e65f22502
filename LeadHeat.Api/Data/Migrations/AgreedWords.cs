using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LeadHeat.Api.Data.Migrations;

[DbContext(typeof(LeadsDb))]
[Migration("20261123_0048_agreed_words")]
internal sealed class AgreedWords() : SqlMigration("0048_agreed_words.sql");
