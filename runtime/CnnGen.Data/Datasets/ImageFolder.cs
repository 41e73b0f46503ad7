namespace CnnGen.Data;

/// <summary>Reads an image file as floats from 0 to 1, channel by channel, row by row; for one thread at a time.</summary>
/// <param name="path">The file.</param>
/// <param name="image">As many elements as the data set's images have.</param>
public delegate void ImageReader(string path, Span<float> image);

/// <summary>
/// Image files in folders, one for each class: <c>cat/1.png</c>, <c>cat/more/2.jpg</c>, <c>dog/3.png</c>. Classes and files are sorted by
/// name, so their numbers are the same on every machine. Files are read when someone asks for them: on a loader's threads.
/// </summary>
public sealed class ImageFolder : IDataset, IDisposable
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp"];
    private readonly ThreadLocal<ImageReader> _reader;
    private readonly (string Path, int Label)[] _files;

    /// <summary>All images in a folder's folders; hidden files and those with other endings are left out.</summary>
    /// <param name="folder">The folder that holds one folder for each class.</param>
    /// <param name="shape">What the reader makes of every file.</param>
    /// <param name="createReader">
    /// A reader for each thread, for example <c>() => new ImageLoader(224, 224) { Resize = ImageResize.ShortSide(256) }.Read</c>.
    /// </param>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    /// <exception cref="InvalidDataException">It has no folders, or one of them has no images.</exception>
    public ImageFolder(string folder, ImageShape shape, Func<ImageReader> createReader)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(createReader);
        string[] classes = [.. Directory.GetDirectories(folder).Where(IsVisible).Order(StringComparer.Ordinal)];
        if (classes.Length == 0)
        {
            throw new InvalidDataException($"'{folder}': expected a folder for each class, found none");
        }

        Shape = shape;
        ClassNames = [.. classes.Select(path => Path.GetFileName(path))];
        _reader = new ThreadLocal<ImageReader>(createReader);
        _files = [.. classes.SelectMany(Images)];
    }

    private ImageFolder(ImageFolder other, IEnumerable<(string Path, int Label)> files, IReadOnlyList<string> unreadable) =>
        (Shape, ClassNames, _reader, _files, Unreadable) = (other.Shape, other.ClassNames, other._reader, [.. files], unreadable);

    /// <inheritdoc/>
    public int Count => _files.Length;

    /// <inheritdoc/>
    public ImageShape Shape { get; }

    /// <summary>The names of the folders.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>What <see cref="WithoutUnreadable"/> left out: messages that name the files.</summary>
    public IReadOnlyList<string> Unreadable { get; } = [];

    /// <summary>The file of a sample.</summary>
    public string PathOf(int index) => _files[index].Path;

    /// <summary>Writes an image.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no image that the reader knows, or damaged.</exception>
    public void ReadImage(int index, Span<float> image)
    {
        string path = _files[index].Path;
        try
        {
            _reader.Value!(path, image);
        }
        catch (Exception exception) when (IsUnreadable(exception) && !exception.Message.Contains(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"'{path}': {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void ReadLabels(int index, Span<int> labels) => labels[0] = _files[index].Label;

    /// <summary>
    /// The same without the files that cannot be read, each of which is tried once; else the first one of them ends an epoch.
    /// What was left out is in <see cref="Unreadable"/>.
    /// </summary>
    public ImageFolder WithoutUnreadable()
    {
        float[] image = new float[Shape.Length];
        string?[] failures = [.. Enumerable.Range(0, Count).Select(Try)];
        return new ImageFolder(this, _files.Where((_, index) => failures[index] is null), [.. failures.OfType<string>()]);

        string? Try(int index)
        {
            try
            {
                ReadImage(index, image);
                return null;
            }
            catch (Exception exception) when (IsUnreadable(exception))
            {
                return exception.Message;
            }
        }
    }

    /// <summary>Lets the threads' readers go.</summary>
    public void Dispose() => _reader.Dispose();

    private static bool IsVisible(string path) => !Path.GetFileName(path).StartsWith('.');

    private static bool IsUnreadable(Exception exception) =>
        exception is IOException or InvalidDataException or UnauthorizedAccessException;

    private static IEnumerable<(string Path, int Label)> Images(string folder, int label)
    {
        string[] files =
        [
            .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => IsVisible(path) && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? files.Select(path => (path, label))
            : throw new InvalidDataException($"'{folder}': expected images ({string.Join(", ", Extensions)}), found none");
    }
}
