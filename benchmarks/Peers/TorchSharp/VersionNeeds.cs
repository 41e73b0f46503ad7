using System.Buffers.Binary;
using System.Text;

namespace CnnGen.Peers;

/// <summary>
/// Libtorch asks for a newer version of libstdc++ than some systems have, of which it uses next to nothing. Where such a need is marked
/// as weak, the loader is content without it. Only the copy beside the program is changed.
/// </summary>
internal static class VersionNeeds
{
    private const uint NeedSection = 0x6ffffffe; // SHT_GNU_verneed
    private const byte Weak = 2; // VER_FLG_WEAK

    /// <summary>Marks the need of a version as weak in all libraries of a folder.</summary>
    public static void Weaken(string folder, string version)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.so*"))
        {
            using FileStream file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
            foreach (long flags in Flags(file, version))
            {
                file.Position = flags;
                file.Write([Weak, 0]);
            }
        }
    }

    /// <summary>Where the flags of that need stand in a file of 64-bit ELF, if they are not weak already.</summary>
    private static List<long> Flags(FileStream file, string version)
    {
        var result = new List<long>();
        byte[] header = Read(file, 0, 64);
        long sections = (long)BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(0x28));
        int size = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x3a));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x3c));
        for (int i = 0; i < count; i++)
        {
            byte[] section = Read(file, sections + i * size, size);
            if (BinaryPrimitives.ReadUInt32LittleEndian(section.AsSpan(4)) == NeedSection)
            {
                byte[] needs = Content(file, section);
                byte[] names = Content(
                    file, Read(file, sections + BinaryPrimitives.ReadUInt32LittleEndian(section.AsSpan(0x28)) * size, size));
                result.AddRange(Entries(needs).Where(entry => Name(needs, names, entry) == version && needs[entry + 4] != Weak)
                    .Select(entry => Start(section) + entry + 4));
            }
        }

        return result;
    }

    /// <summary>Offsets of the entries (Vernaux) of all libraries (Verneed).</summary>
    private static IEnumerable<int> Entries(byte[] needs)
    {
        for (int library = 0, next = -1; next != 0; library += next)
        {
            int entry = library + (int)BinaryPrimitives.ReadUInt32LittleEndian(needs.AsSpan(library + 8));
            for (int step = -1; step != 0; entry += step)
            {
                yield return entry;
                step = (int)BinaryPrimitives.ReadUInt32LittleEndian(needs.AsSpan(entry + 12));
            }

            next = (int)BinaryPrimitives.ReadUInt32LittleEndian(needs.AsSpan(library + 12));
        }
    }

    private static string Name(byte[] needs, byte[] names, int entry)
    {
        int begin = (int)BinaryPrimitives.ReadUInt32LittleEndian(needs.AsSpan(entry + 8));
        return Encoding.ASCII.GetString(names, begin, Array.IndexOf(names, (byte)0, begin) - begin);
    }

    private static long Start(byte[] section) => (long)BinaryPrimitives.ReadUInt64LittleEndian(section.AsSpan(0x18));

    private static byte[] Content(FileStream file, byte[] section) =>
        Read(file, Start(section), (int)BinaryPrimitives.ReadUInt64LittleEndian(section.AsSpan(0x20)));

    private static byte[] Read(FileStream file, long position, int length)
    {
        byte[] bytes = new byte[length];
        file.Position = position;
        file.ReadExactly(bytes);
        return bytes;
    }
}
