using CnnGen.Samples.Service.Engine;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace CnnGen.Samples.Service.Http;

/// <summary>
/// What went wrong, as problem details (RFC 9457); of mistakes of the service itself no more is told than that they are ones.
/// </summary>
internal sealed class Problems(IProblemDetailsService details) : IExceptionHandler
{
    /// <summary>Says more about what routing refuses on its own.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Status == StatusCodes.Status415UnsupportedMediaType)
        {
            string found = context.HttpContext.Request.ContentType ?? "none";
            context.ProblemDetails.Detail = $"expected a body of type {string.Join(" or ", Endpoints.ImageTypes)}, found {found}";
        }
    }

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            // No one is there to read an answer; the number is for logs.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return ValueTask.FromResult(true);
        }

        int? status = exception switch
        {
            BadHttpRequestException request => request.StatusCode,
            InvalidDataException => StatusCodes.Status400BadRequest,
            OverloadException => StatusCodes.Status503ServiceUnavailable,
            _ => null,
        };
        if (status is not { } code)
        {
            return ValueTask.FromResult(false);
        }

        if (code == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        httpContext.Response.StatusCode = code;
        return details.TryWriteAsync(new()
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = code, Detail = exception.Message },
        });
    }
}
