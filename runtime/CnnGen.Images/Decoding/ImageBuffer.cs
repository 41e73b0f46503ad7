namespace CnnGen.Images.Decoding;

/// <summary>The bytes of a file, in memory that is used again.</summary>
internal sealed class ImageBuffer
{
    private const int FirstLength = 1 << 16;

    private byte[] _bytes = [];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>The bytes, to be read from the beginning.</summary>
    public MemoryStream OpenRead() => new(_bytes, 0, Length, writable: false);

    /// <summary>Unbuffered: large pieces are read.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);

    /// <summary>Takes all of a file.</summary>
    public void Fill(ReadOnlySpan<byte> file)
    {
        _bytes = _bytes.Length < file.Length ? new byte[file.Length] : _bytes;
        file.CopyTo(_bytes);
        Length = file.Length;
    }

    /// <summary>Takes what is left of a stream; memory grows with what is really there.</summary>
    /// <exception cref="InvalidDataException">That is more than allowed.</exception>
    public void Fill(Stream stream, int most)
    {
        Length = 0;
        int read;
        do
        {
            if (Length == _bytes.Length)
            {
                Array.Resize(ref _bytes, (int)Math.Min(Math.Max(2L * Length, FirstLength), Array.MaxLength));
            }

            read = stream.Read(_bytes, Length, _bytes.Length - Length);
            Length += read;
        }
        while (read > 0 && Length <= most);
        if (Length > most)
        {
            throw new InvalidDataException($"expected an image file of at most {most} bytes, found more");
        }
    }
}
