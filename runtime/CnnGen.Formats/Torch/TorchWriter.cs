using System.IO.Compression;

namespace CnnGen.Formats.Torch;

/// <summary>Writes a <c>state_dict</c> as <c>torch.save</c> does, for <c>torch.load</c>.</summary>
internal static class TorchWriter
{
    private const string Folder = "archive/";

    public static void Write(Stream stream, IReadOnlyList<NamedTensor> tensors)
    {
        byte[] pickle = PickleWriter.Write(tensors);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Entry(archive, TorchReader.PickleName, content => content.Write(pickle));
        Entry(archive, "byteorder", content => content.Write("little"u8));
        for (int i = 0; i < tensors.Count; i++)
        {
            NamedTensor tensor = tensors[i];
            Entry(archive, $"data/{i}", content => tensor.Read(content.Write));
        }

        Entry(archive, "version", content => content.Write("3\n"u8));
    }

    private static void Entry(ZipArchive archive, string name, Action<Stream> write)
    {
        using Stream content = ZipEntries.Create(archive, Folder + name);
        write(content);
    }
}
