using CnnGen.Runtime;

namespace CnnGen.Formats;

/// <summary>Safetensors of any type, through the runtime's header.</summary>
internal static class SafetensorsFile
{
    public static IReadOnlyList<NamedTensor> Read(Stream stream)
    {
        List<SafetensorsTensor> tensors = new SafetensorsReader(stream).ReadHeader();
        long data = stream.Position;
        return [.. tensors.Select(tensor => new NamedTensor(tensor.Name, TypeOf(tensor), tensor.Shape, sink =>
        {
            stream.Position = data + tensor.Begin;
            StreamSlice.Copy(stream, tensor.End - tensor.Begin, sink);
        }))];
    }

    public static void Write(Stream stream, IReadOnlyList<NamedTensor> tensors)
    {
        // Large elements first: so each tensor begins at a multiple of its elements' size.
        NamedTensor[] ordered = [.. tensors.OrderByDescending(tensor => DataTypeFacts.Of(tensor.Type).Size)];
        SafetensorsWriter.WriteHeader(stream, Describe(ordered));
        foreach (NamedTensor tensor in ordered)
        {
            tensor.Read(stream.Write);
        }
    }

    private static IEnumerable<SafetensorsTensor> Describe(IEnumerable<NamedTensor> tensors)
    {
        long position = 0;
        foreach (NamedTensor tensor in tensors)
        {
            if (tensor.Name == SafetensorsHeader.Metadata)
            {
                throw new InvalidDataException(
                    $"expected tensors, found one named {SafetensorsHeader.Metadata}, which safetensors reserves");
            }

            long end = checked(position + tensor.ByteCount);
            yield return new(tensor.Name, DataTypeFacts.Of(tensor.Type).Safetensors, [.. tensor.Shape], position, end);
            position = end;
        }
    }

    private static DataType TypeOf(SafetensorsTensor tensor) => DataTypeFacts.FromSafetensors(tensor.DataType)?.Type
        ?? throw new InvalidDataException(
            $"tensor {SafetensorsTensor.Quote(tensor.Name)}: expected floats of 16 to 64 bits, integers or BOOL, found {tensor.DataType}");
}
