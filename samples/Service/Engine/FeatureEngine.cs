using System.Threading.RateLimiting;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;

namespace CnnGen.Samples.Service.Engine;

/// <summary>
/// Features of image files, by a pool of workers, which has no lock. Before it waits who comes when all processors are busy: more networks
/// than processors would take memory and make everyone slower.
/// </summary>
public sealed class FeatureEngine : IDisposable
{
    private readonly ObjectPool<Worker> _workers;
    private readonly ConcurrencyLimiter _gate;
    private readonly int _queue;

    internal FeatureEngine(IPooledObjectPolicy<Worker> policy, IOptions<ServiceOptions> options)
    {
        _queue = options.Value.Queue;
        _workers = new DefaultObjectPool<Worker>(policy, options.Value.InstanceCount);
        _gate = new ConcurrencyLimiter(new()
        {
            PermitLimit = options.Value.InstanceCount,
            QueueLimit = _queue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Images that wait.</summary>
    public long Waiting => _gate.GetStatistics()!.CurrentQueuedCount;

    /// <summary>Whether the next image would be refused.</summary>
    public bool IsFull => _gate.GetStatistics() is { CurrentAvailablePermits: 0 } statistics && statistics.CurrentQueuedCount >= _queue;

    /// <summary>Computes the features of an image file.</summary>
    /// <param name="file">The bytes of a PNG or JPEG file.</param>
    /// <param name="cancellation">Ends the wait; a prediction that has begun is finished.</param>
    /// <exception cref="InvalidDataException">It is no PNG or JPEG, is damaged or too large.</exception>
    /// <exception cref="OverloadException">Too many images wait already.</exception>
    public async ValueTask<float[]> FeaturesAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        using RateLimitLease lease = await _gate.AcquireAsync(1, cancellation);
        if (!lease.IsAcquired)
        {
            throw new OverloadException($"expected at most {_queue} images to wait, found more; try again later");
        }

        cancellation.ThrowIfCancellationRequested();
        Worker worker = _workers.Get();
        try
        {
            return worker.Features(file.Span);
        }
        finally
        {
            _workers.Return(worker);
        }
    }

    /// <summary>Lets no one in any more.</summary>
    public void Dispose() => _gate.Dispose();
}

/// <summary>More images wait than the service allows.</summary>
public sealed class OverloadException(string message) : Exception(message);
