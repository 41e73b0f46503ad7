namespace CnnGen.Data;

/// <summary>CIFAR-10 and CIFAR-100 in their official binary form: records of labels and 3×32×32 bytes.</summary>
public static class Cifar
{
    private const int Size = 32;
    private const int PixelBytes = 3 * Size * Size;

    private static readonly string[] TenNames =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>
    /// Reads <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> and <c>test_batch.bin</c> (records of 1 + 3072 bytes) from the folder or
    /// its <c>cifar-10-batches-bin</c>.
    /// </summary>
    /// <exception cref="FileNotFoundException">One of the files is not there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static (ImageDataset Train, ImageDataset Test) Load10(string folder)
    {
        string[] training = [.. Enumerable.Range(1, 5).Select(number => $"data_batch_{number}.bin")];
        folder = Find(folder, "cifar-10-batches-bin", [.. training, "test_batch.bin"]);
        string[] names = Names(folder, "batches.meta.txt", 10) ?? TenNames;
        return (Read(folder, training, labelBytes: 1, label: 0, names), Read(folder, ["test_batch.bin"], labelBytes: 1, label: 0, names));
    }

    /// <summary>
    /// Reads <c>train.bin</c> and <c>test.bin</c> (records of 2 + 3072 bytes) from the folder or its <c>cifar-100-binary</c>.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="coarse">Whether the labels are the 20 superclasses, not the 100 classes.</param>
    /// <exception cref="FileNotFoundException">One of the files is not there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static (ImageDataset Train, ImageDataset Test) Load100(string folder, bool coarse = false)
    {
        folder = Find(folder, "cifar-100-binary", ["train.bin", "test.bin"]);
        int classes = coarse ? 20 : 100;
        string[] names = Names(folder, coarse ? "coarse_label_names.txt" : "fine_label_names.txt", classes)
            ?? [.. Enumerable.Range(0, classes).Select(label => $"{label}")];
        int label = coarse ? 0 : 1;
        return (Read(folder, ["train.bin"], labelBytes: 2, label, names), Read(folder, ["test.bin"], labelBytes: 2, label, names));
    }

    private static string Find(string folder, string inner, string[] files)
    {
        string nested = Path.Combine(folder, inner);
        string chosen = Directory.Exists(nested) ? nested : folder;
        return Array.Find(files, file => !File.Exists(Path.Combine(chosen, file))) is not { } missing
            ? chosen
            : throw new FileNotFoundException($"'{chosen}': expected {string.Join(", ", files)}, found no {missing}");
    }

    /// <summary>A line a class; null where the file is not there.</summary>
    private static string[]? Names(string folder, string file, int classes)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        string[] lines = [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Take(classes + 1)];
        return lines.Length == classes
            ? lines
            : throw new InvalidDataException(
                $"'{path}': expected {classes} lines, found {(lines.Length > classes ? "more" : lines.Length)}");
    }

    private static ImageDataset Read(string folder, string[] files, int labelBytes, int label, string[] names)
    {
        byte[][] contents = [.. files.Select(file => File.ReadAllBytes(Path.Combine(folder, file)))];
        int record = labelBytes + PixelBytes;
        for (int i = 0; i < files.Length; i++)
        {
            if (contents[i].Length == 0 || contents[i].Length % record != 0)
            {
                throw new InvalidDataException(
                    $"'{Path.Combine(folder, files[i])}': expected records of {record} bytes, found {contents[i].Length} bytes in all");
            }
        }

        int count = contents.Sum(content => content.Length / record);
        byte[] pixels = new byte[checked(count * PixelBytes)];
        int[] labels = new int[count];
        int next = 0;
        for (int i = 0; i < files.Length; i++)
        {
            string path = Path.Combine(folder, files[i]);
            for (int at = 0; at < contents[i].Length; at += record, next++)
            {
                labels[next] = contents[i][at + label];
                contents[i].AsSpan(at + labelBytes, PixelBytes).CopyTo(pixels.AsSpan(next * PixelBytes));
                if (labels[next] >= names.Length)
                {
                    throw new InvalidDataException(
                        $"'{path}': label {labels[next]} in record {at / record}: expected 0 to {names.Length - 1}");
                }
            }
        }

        return new ImageDataset(pixels, labels, 3, Size, Size) { ClassNames = names };
    }
}
