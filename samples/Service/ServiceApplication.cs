using CnnGen.Samples.ImageNet;
using CnnGen.Samples.Service.Classes;
using CnnGen.Samples.Service.Engine;
using CnnGen.Samples.Service.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;

namespace CnnGen.Samples.Service;

/// <summary>The service, to be run by its own program, by tests or by whoever brings another engine.</summary>
public static class ServiceApplication
{
    /// <summary>Puts the service together.</summary>
    /// <param name="args">Configuration, such as <c>--urls http://127.0.0.1:5000 --Service:Instances 2</c>.</param>
    /// <param name="extractor">Makes what computes the features; without it the compiled network.</param>
    /// <exception cref="OptionsValidationException">A setting is out of range.</exception>
    public static WebApplication Create(string[] args, Func<IFeatureExtractor>? extractor = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Its settings lie beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        IServiceCollection services = builder.Services;
        services.AddOptions<ServiceOptions>().BindConfiguration(ServiceOptions.Section).ValidateDataAnnotations()
            .Validate(
                options => options.Examples is not { } folder || Directory.Exists(folder),
                "Service:Examples: expected a folder that holds one for each class, found none at this path")
            .ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServiceOptions>>(
            (kestrel, options) => kestrel.Limits.MaxRequestBodySize = options.Value.MaxUploadBytes);
        services.AddSingleton(_ => extractor?.Invoke() ?? new NetworkExtractor(ImageNetModel.Load<ResNet18>()));
        services.AddSingleton<IPooledObjectPolicy<Worker>, WorkerPolicy>();
        services.AddSingleton(provider => new FeatureEngine(
            provider.GetRequiredService<IPooledObjectPolicy<Worker>>(), provider.GetRequiredService<IOptions<ServiceOptions>>()));
        services.AddSingleton<ClassStore>();
        services.AddHostedService<ExampleReader>();
        services.AddHealthChecks().AddCheck<EngineHealth>("engine");
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Explain).AddExceptionHandler<Problems>();
        services.AddOpenApi();

        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        Endpoints.Map(app);
        return app;
    }
}
