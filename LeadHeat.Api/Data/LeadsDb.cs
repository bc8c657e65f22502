using LeadHeat.Api.Access;
using LeadHeat.Api.Conversations;
using LeadHeat.Api.Inventory;
using LeadHeat.Api.Leads;
using LeadHeat.Api.Scoring;
using LeadHeat.Api.Turns;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LeadHeat.Api.Data;

internal sealed class LeadsDb(DbContextOptions<LeadsDb> options) : IdentityDbContext<User, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<LeadProfile> Profiles => Set<LeadProfile>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<ChatSession> Sessions => Set<ChatSession>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Turn> Turns => Set<Turn>();
    public DbSet<QualificationEntry> Qualifications => Set<QualificationEntry>();
    public DbSet<UnitEntry> Units => Set<UnitEntry>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<LeadTask> Tasks => Set<LeadTask>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LeadsDb).Assembly);
        builder.UseSnakeCaseColumns();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => configuration.StoreEnumsAsWords();
}
