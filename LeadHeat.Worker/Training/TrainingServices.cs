namespace LeadHeat.Worker.Training;

internal static class TrainingServices
{
    public static void AddTraining(this IHostApplicationBuilder builder) => builder.Services.AddHostedService<TrainingPump>();
}
