using System.Security.Cryptography;

namespace MnistSample.Download;

/// <summary>One of MNIST's four files, as it is after decompression.</summary>
/// <param name="Name">The original file name.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal.</param>
public sealed record DatasetFile(string Name, long Length, string Sha256)
{
    /// <summary>The four files.</summary>
    public static readonly DatasetFile[] All =
    [
        new("train-images-idx3-ubyte", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        new("train-labels-idx1-ubyte", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        new("t10k-images-idx3-ubyte", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        new("t10k-labels-idx1-ubyte", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ];

    /// <summary>Whether the folder holds this file unaltered.</summary>
    public bool IsIntact(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path) || new FileInfo(path).Length != Length)
        {
            return false;
        }

        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == Sha256;
    }

    /// <summary>Copies the stream into the folder; the file appears only when length and hash are right.</summary>
    /// <exception cref="InvalidDataException">The data is not this file.</exception>
    public void Receive(Stream source, string folder, Action<long> received, CancellationToken cancellation)
    {
        string temporary = Path.Combine(folder, $"{Name}.{Environment.ProcessId}.part");
        try
        {
            using (var file = File.Create(temporary))
            {
                CopyAndCheck(source, file, received, cancellation);
            }

            File.Move(temporary, Path.Combine(folder, Name), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void CopyAndCheck(Stream source, Stream file, Action<long> received, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int count; (count = source.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            total += count;
            if (total > Length)
            {
                throw new InvalidDataException($"{Name}: expected {Length} bytes, but the source sends more.");
            }

            hash.AppendData(buffer, 0, count);
            file.Write(buffer, 0, count);
            received(count);
        }

        string found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (total != Length || found != Sha256)
        {
            throw new InvalidDataException($"{Name}: expected {Length} bytes with SHA-256 {Sha256}, but received {total} with {found}.");
        }
    }
}
