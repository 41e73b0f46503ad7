using System.Buffers.Binary;
using System.Text;

namespace CnnGen.Formats.Torch;

/// <summary>Writes the pickle (protocol 2) that <c>torch.load</c> expects of a <c>state_dict</c>.</summary>
internal static class PickleWriter
{
    /// <summary>An ordered dictionary of tensors; the n-th one's storage is called n.</summary>
    public static byte[] Write(IReadOnlyList<NamedTensor> tensors)
    {
        using var pickle = new MemoryStream();
        pickle.Write([0x80, 2]);
        NewDictionary(pickle);
        pickle.WriteByte((byte)'(');
        for (int i = 0; i < tensors.Count; i++)
        {
            Text(pickle, tensors[i].Name);
            Tensor(pickle, tensors[i], i);
        }

        pickle.Write("u."u8);
        return pickle.ToArray();
    }

    /// <summary>_rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks).</summary>
    private static void Tensor(MemoryStream pickle, NamedTensor tensor, int key)
    {
        string storage = DataTypeFacts.Of(tensor.Type).Torch ?? throw new InvalidDataException(
            $"tensor {tensor.Quoted}: expected a type that PyTorch has, found {tensor.Type}");
        pickle.Write("ctorch._utils\n_rebuild_tensor_v2\n(("u8);
        Text(pickle, "storage");
        pickle.Write(Encoding.ASCII.GetBytes($"ctorch\n{storage}Storage\n"));
        Text(pickle, key.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Text(pickle, "cpu");
        Number(pickle, tensor.Count);
        pickle.Write("tQ"u8);
        Number(pickle, 0);
        Numbers(pickle, tensor.Shape);
        Numbers(pickle, Strides(tensor.Shape));
        pickle.WriteByte(0x89);
        NewDictionary(pickle);
        pickle.Write("tR"u8);
    }

    private static void NewDictionary(MemoryStream pickle) => pickle.Write("ccollections\nOrderedDict\n)R"u8);

    private static long[] Strides(IReadOnlyList<long> shape)
    {
        long[] strides = new long[shape.Count];
        long stride = 1;
        for (int axis = shape.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Math.Max(1, shape[axis]);
        }

        return strides;
    }

    private static void Numbers(MemoryStream pickle, IReadOnlyList<long> numbers)
    {
        pickle.WriteByte((byte)'(');
        foreach (long number in numbers)
        {
            Number(pickle, number);
        }

        pickle.WriteByte((byte)'t');
    }

    /// <summary>LONG1, eight bytes.</summary>
    private static void Number(MemoryStream pickle, long number)
    {
        Span<byte> bytes = stackalloc byte[2 + sizeof(long)];
        (bytes[0], bytes[1]) = (0x8a, sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(bytes[2..], number);
        pickle.Write(bytes);
    }

    private static void Text(MemoryStream pickle, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[1 + sizeof(uint)];
        length[0] = (byte)'X';
        BinaryPrimitives.WriteInt32LittleEndian(length[1..], bytes.Length);
        pickle.Write(length);
        pickle.Write(bytes);
    }
}
