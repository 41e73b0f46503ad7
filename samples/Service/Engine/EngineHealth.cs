using CnnGen.Samples.Service.Classes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CnnGen.Samples.Service.Engine;

/// <summary>Ready once the examples' features are there, which the network has computed; degraded while images are refused.</summary>
internal sealed class EngineHealth(FeatureEngine engine, ClassStore classes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string state = $"{classes.All.Count} classes, {engine.Waiting} images wait";
        return Task.FromResult((classes.IsReady, engine.IsFull) switch
        {
            (false, _) => HealthCheckResult.Unhealthy("the examples are being read"),
            (_, true) => HealthCheckResult.Degraded(state),
            _ => HealthCheckResult.Healthy(state),
        });
    }
}
