using System.IO.Pipelines;
using System.Buffers;

namespace CnnGen.Samples.Service.Http;

/// <summary>The body of a request, read before a network is asked for: a slow client keeps none waiting.</summary>
internal static class UploadedImage
{
    /// <exception cref="BadHttpRequestException">It is longer than allowed, shorter than announced, or empty.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
        {
            throw TooLong(most);
        }

        PipeReader body = request.BodyReader;
        while (true)
        {
            ReadResult result = await body.ReadAsync(cancellation);
            if (result.Buffer.Length > most)
            {
                throw TooLong(most);
            }

            if (result.IsCompleted)
            {
                byte[] file = result.Buffer.ToArray();
                body.AdvanceTo(result.Buffer.End);
                return file.Length > 0 ? file : throw new BadHttpRequestException("expected the bytes of an image, found none");
            }

            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static BadHttpRequestException TooLong(int most) =>
        new($"expected an image of at most {most} bytes, found more", StatusCodes.Status413PayloadTooLarge);
}
