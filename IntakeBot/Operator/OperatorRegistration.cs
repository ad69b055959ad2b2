namespace IntakeBot.Operator;

/// <summary>Adds what the operator can ask to a host.</summary>
internal static class OperatorRegistration
{
    public static IServiceCollection AddOperator(this IServiceCollection services, Func<IServiceProvider, OperatorParts> parts) => services
        .AddSingleton(parts)
        .AddSingleton(s => new StoreProbe(s.GetRequiredService<OperatorParts>().Store, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<StoreProbe>>()))
        .AddSingleton<OperatorRound>()
        .AddSingleton<Vitals>()
        .AddHostedService(s => s.GetRequiredService<OperatorRound>())
        .AddHostedService<OperatorListener>();
}
