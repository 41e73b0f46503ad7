using System.Buffers.Binary;
using Google.Protobuf;
using Onnx;
using static Onnx.TensorProto.Types;

namespace CnnGen.Onnx.Reading;

/// <summary>Tensors of a model file: raw, typed or in a file beside it.</summary>
internal static class TensorReader
{
    /// <param name="proto">The tensor.</param>
    /// <param name="folder">Where the model lies; null where it cannot have files beside it.</param>
    /// <exception cref="InvalidDataException">The tensor contradicts itself, or its file is missing or too short.</exception>
    public static Tensor Read(TensorProto proto, string? folder)
    {
        string name = proto.Name.Length == 0 ? "a tensor without a name" : $"tensor '{proto.Name}'";
        int[] shape = Shape(proto, name);
        int count = (int)Dims.Count(shape);
        var type = (DataType)proto.DataType;
        if (proto.DataLocation == DataLocation.External)
        {
            return FromBytes(type, shape, ExternalData.Read(proto, folder, (long)count * Width(type, name), name), name);
        }

        if (proto.RawData.Length > 0 || count == 0)
        {
            return FromBytes(type, shape, proto.RawData.Span, name);
        }

        return FromFields(proto, type, shape, count, name);
    }

    private static int[] Shape(TensorProto proto, string name)
    {
        foreach (long dimension in proto.Dims)
        {
            if (dimension is < 0 or > int.MaxValue)
            {
                throw new InvalidDataException($"{name}: expected dimensions from 0 to 2³¹ − 1, found {dimension}");
            }
        }

        int[] shape = [.. proto.Dims.Select(dimension => (int)dimension)];
        return Dims.Count(shape) <= Dims.MostElements
            ? shape
            : throw new InvalidDataException($"{name}: expected at most {Dims.MostElements} elements, found shape {Dims.Text(shape)}");
    }

    private static int Width(DataType type, string name) => type switch
    {
        DataType.Double or DataType.Int64 or DataType.Uint64 => 8,
        DataType.Float or DataType.Int32 or DataType.Uint32 => 4,
        DataType.Float16 or DataType.Bfloat16 or DataType.Int16 or DataType.Uint16 => 2,
        DataType.Int8 or DataType.Uint8 or DataType.Bool => 1,
        _ => throw new InvalidDataException($"{name}: expected a number type of 8 to 64 bits, found {type}"),
    };

    private static Tensor FromBytes(DataType type, int[] shape, ReadOnlySpan<byte> bytes, string name)
    {
        int width = Width(type, name);
        long count = Dims.Count(shape);
        if (bytes.Length != count * width)
        {
            throw new InvalidDataException(
                $"{name}: expected {count * width} bytes for {type} {Dims.Text(shape)}, found {bytes.Length}");
        }

        if (type is DataType.Float or DataType.Float16 or DataType.Bfloat16)
        {
            var singles = new float[count];
            for (int i = 0; i < singles.Length; i++)
            {
                singles[i] = type switch
                {
                    DataType.Float => BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]),
                    DataType.Float16 => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]),
                    _ => Brain(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..])),
                };
            }

            return new(shape, singles);
        }

        var values = new double[count];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> item = bytes.Slice(i * width, width);
            values[i] = type switch
            {
                DataType.Double => BinaryPrimitives.ReadDoubleLittleEndian(item),
                DataType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(item),
                DataType.Uint64 => BinaryPrimitives.ReadUInt64LittleEndian(item),
                DataType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(item),
                DataType.Uint32 => BinaryPrimitives.ReadUInt32LittleEndian(item),
                DataType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(item),
                DataType.Uint16 => BinaryPrimitives.ReadUInt16LittleEndian(item),
                DataType.Int8 => (sbyte)item[0],
                _ => item[0],
            };
        }

        return new(shape, Kind(type), values);
    }

    private static Tensor FromFields(TensorProto proto, DataType type, int[] shape, int count, string name)
    {
        Width(type, name);
        int found = type switch
        {
            DataType.Float => proto.FloatData.Count,
            DataType.Double => proto.DoubleData.Count,
            DataType.Int64 => proto.Int64Data.Count,
            DataType.Uint32 or DataType.Uint64 => proto.Uint64Data.Count,
            _ => proto.Int32Data.Count,
        };
        if (found != count)
        {
            throw new InvalidDataException($"{name}: expected {count} numbers for {type} {Dims.Text(shape)}, found {found}");
        }

        return type switch
        {
            DataType.Float => new(shape, [.. proto.FloatData]),
            DataType.Float16 => new(shape, [.. proto.Int32Data.Select(bits => (float)BitConverter.UInt16BitsToHalf((ushort)bits))]),
            DataType.Bfloat16 => new(shape, [.. proto.Int32Data.Select(bits => Brain((ushort)bits))]),
            DataType.Double => new(shape, TensorKind.Float, [.. proto.DoubleData]),
            DataType.Int64 => new(shape, TensorKind.Integer, [.. proto.Int64Data.Select(number => (double)number)]),
            DataType.Uint32 or DataType.Uint64 => new(shape, TensorKind.Integer, [.. proto.Uint64Data.Select(number => (double)number)]),
            _ => new(shape, Kind(type), [.. proto.Int32Data.Select(number => (double)number)]),
        };
    }

    private static TensorKind Kind(DataType type) => type switch
    {
        DataType.Bool => TensorKind.Boolean,
        DataType.Double => TensorKind.Float,
        _ => TensorKind.Integer,
    };

    /// <summary>Bfloat16: the upper half of a float.</summary>
    private static float Brain(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
}
