using CnnGen.Samples.Service.Classes;
using CnnGen.Samples.Service.Engine;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CnnGen.Samples.Service.Http;

/// <summary>What the service does for its clients. Handlers are internal: the OpenAPI document has no summaries of private ones.</summary>
internal static class Endpoints
{
    /// <summary>The types that a body may have.</summary>
    public static readonly string[] ImageTypes = ["image/png", "image/jpeg"];

    private const int CandidateCount = 5;
    private const int MaxNameLength = 64;

    public static void Map(WebApplication app)
    {
        TakesImage(app.MapPost("/classify", Classify));
        TakesImage(app.MapPost("/features", Features));
        TakesImage(app.MapPost("/classes/{name}", AddExample));
        app.MapGet("/classes", Classes);
        app.MapDelete("/classes/{name}", RemoveClass);
        app.MapHealthChecks("/health");
        app.MapOpenApi();
    }

    private static void TakesImage(RouteHandlerBuilder endpoint) => endpoint
        .Accepts<Stream>(ImageTypes[0], ImageTypes[1..])
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>The class whose examples are most similar to the image.</summary>
    internal static async Task<Results<Ok<Classification>, ProblemHttpResult>> Classify(
        HttpRequest request, FeatureEngine engine, ClassStore classes, IOptions<ServiceOptions> options, CancellationToken cancellation)
    {
        IReadOnlyList<(ImageClass Class, float Similarity)> ranked = classes.Rank(await Extract(request, engine, options, cancellation));
        Candidate[] candidates = [.. ranked.Take(CandidateCount).Select(known => new Candidate(known.Class.Name, known.Similarity))];
        return candidates is [var best, ..]
            ? TypedResults.Ok(new Classification(best.Class, best.Similarity, candidates))
            : TypedResults.Problem(
                "there is no class yet; POST /classes/{name} makes one of an example", statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>The 512 features of the image.</summary>
    internal static async Task<Ok<FeatureVector>> Features(
        HttpRequest request, FeatureEngine engine, IOptions<ServiceOptions> options, CancellationToken cancellation) =>
        TypedResults.Ok(new FeatureVector(await Extract(request, engine, options, cancellation)));

    /// <summary>Adds the image to the examples of a class.</summary>
    internal static async Task<Results<Ok<ClassInfo>, ProblemHttpResult>> AddExample(
        string name, HttpRequest request, FeatureEngine engine, ClassStore classes, IOptions<ServiceOptions> options,
        CancellationToken cancellation)
    {
        if (name.Length > MaxNameLength || string.IsNullOrWhiteSpace(name))
        {
            return TypedResults.Problem(
                $"expected a name of 1 to {MaxNameLength} characters, found {name.Length}", statusCode: StatusCodes.Status400BadRequest);
        }

        return classes.Add(name, await Extract(request, engine, options, cancellation)) is { } added
            ? TypedResults.Ok(new ClassInfo(added.Name, added.Examples))
            : TypedResults.Problem(
                $"expected at most {options.Value.MaxClasses} classes; DELETE /classes/{{name}} removes one",
                statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>All classes.</summary>
    internal static Ok<IReadOnlyList<ClassInfo>> Classes(ClassStore classes) =>
        TypedResults.Ok<IReadOnlyList<ClassInfo>>([.. classes.All.Select(known => new ClassInfo(known.Name, known.Examples))]);

    /// <summary>Removes a class.</summary>
    internal static Results<NoContent, ProblemHttpResult> RemoveClass(string name, ClassStore classes) => classes.Remove(name)
        ? TypedResults.NoContent()
        : TypedResults.Problem($"there is no class '{name}'", statusCode: StatusCodes.Status404NotFound);

    private static async ValueTask<float[]> Extract(
        HttpRequest request, FeatureEngine engine, IOptions<ServiceOptions> options, CancellationToken cancellation) =>
        await engine.FeaturesAsync(await UploadedImage.ReadAsync(request, options.Value.MaxUploadBytes, cancellation), cancellation);
}
