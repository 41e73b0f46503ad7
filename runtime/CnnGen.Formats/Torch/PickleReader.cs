using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CnnGen.Formats.Torch;

/// <summary>
/// Reads the part of Python's pickles that <c>torch.save</c> writes of tensors in dictionaries (protocols 2 to 5). A pickle is a
/// program; this machine builds values of its own and knows no name that <see cref="IPickleWorld"/> does not give it.
/// </summary>
internal sealed class PickleReader(ReadOnlyMemory<byte> pickle, IPickleWorld world)
{
    private static readonly object Mark = new();

    private readonly List<object?> _stack = [];
    private readonly Dictionary<long, object?> _memo = [];
    private int _position;

    /// <summary>The value that the pickle builds.</summary>
    /// <exception cref="InvalidDataException">It asks for something else, or is damaged.</exception>
    public object? Read()
    {
        for (byte code = Byte(); code != '.'; code = Byte())
        {
            Execute(code);
        }

        object? value = Pop();
        return _stack.Count == 0 ? value : throw Damage($"{_stack.Count} values left over");
    }

    private void Execute(byte code)
    {
        switch (code)
        {
            case 0x80:
                Require(Byte() is >= 2 and <= 5, "another protocol than 2 to 5");
                break;
            case 0x95:
                Int64();
                break;
            case (byte)'(':
                _stack.Add(Mark);
                break;
            case (byte)'0':
                Pop();
                break;
            case (byte)'1':
                PopToMark();
                break;
            case (byte)'q':
                _memo[Byte()] = Top();
                break;
            case (byte)'r':
                _memo[UInt32()] = Top();
                break;
            case 0x94:
                _memo[_memo.Count] = Top();
                break;
            case (byte)'h':
                Recall(Byte());
                break;
            case (byte)'j':
                Recall(UInt32());
                break;
            default:
                if (!TryScalar(code) && !TryContainer(code) && !TryObject(code))
                {
                    throw Damage($"the instruction 0x{code.ToString("x2", CultureInfo.InvariantCulture)}, which tensors do not need");
                }

                break;
        }
    }

    private bool TryScalar(byte code)
    {
        object? value;
        switch (code)
        {
            case (byte)'N':
                value = null;
                break;
            case 0x88 or 0x89:
                value = code == 0x88;
                break;
            case (byte)'J':
                value = (long)(int)UInt32();
                break;
            case (byte)'K':
                value = (long)Byte();
                break;
            case (byte)'M':
                value = (long)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));
                break;
            case 0x8a:
                value = LongInteger(Byte());
                break;
            case (byte)'G':
                value = BinaryPrimitives.ReadDoubleBigEndian(Bytes(8));
                break;
            case (byte)'X':
                value = Text(UInt32());
                break;
            case 0x8c:
                value = Text(Byte());
                break;
            case 0x8d:
                value = Text(Int64());
                break;
            case (byte)'U' or (byte)'C':
                value = Bytes(Byte()).ToArray();
                break;
            case (byte)'T' or (byte)'B':
                value = Bytes(UInt32()).ToArray();
                break;
            default:
                return false;
        }

        _stack.Add(value);
        return true;
    }

    private bool TryContainer(byte code)
    {
        switch (code)
        {
            case (byte)'}':
                _stack.Add(new PickleDictionary());
                return true;
            case (byte)']':
                _stack.Add(new PickleList([]));
                return true;
            case (byte)')':
                _stack.Add(new PickleTuple([]));
                return true;
            case (byte)'t':
                _stack.Add(new PickleTuple(PopToMark()));
                return true;
            case 0x85 or 0x86 or 0x87:
                object?[] items = new object?[code - 0x84];
                for (int i = items.Length - 1; i >= 0; i--)
                {
                    items[i] = Pop();
                }

                _stack.Add(new PickleTuple(items));
                return true;
            case (byte)'a':
                object? item = Pop();
                Top<PickleList>().Items.Add(item);
                return true;
            case (byte)'e':
                object?[] more = PopToMark();
                Top<PickleList>().Items.AddRange(more);
                return true;
            case (byte)'s':
                object? value = Pop(), key = Pop();
                Top<PickleDictionary>().Items.Add(new(key, value));
                return true;
            case (byte)'u':
                object?[] pairs = PopToMark();
                Require(pairs.Length % 2 == 0, "a key without a value");
                Top<PickleDictionary>().Items.AddRange(pairs.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])));
                return true;
            default:
                return false;
        }
    }

    private bool TryObject(byte code)
    {
        switch (code)
        {
            case (byte)'c':
                _stack.Add(world.Import(Line(), Line()));
                return true;
            case 0x93:
                string name = Pop<string>(), module = Pop<string>();
                _stack.Add(world.Import(module, name));
                return true;
            case (byte)'R' or 0x81:
                PickleTuple arguments = Pop<PickleTuple>();
                _stack.Add(world.Call(Pop<PickleGlobal>(), arguments.Items));
                return true;
            case (byte)'Q':
                _stack.Add(world.Load(Pop()));
                return true;
            case (byte)'b':
                // A dictionary's attributes: PyTorch keeps the versions of its modules there.
                Pop();
                Top<PickleDictionary>();
                return true;
            default:
                return false;
        }
    }

    private void Recall(long index) =>
        _stack.Add(_memo.TryGetValue(index, out object? value) ? value : throw Damage($"no value {index} to repeat"));

    private object? Top()
    {
        Require(_stack.Count > 0 && _stack[^1] != Mark, "too few values");
        return _stack[^1];
    }

    private T Top<T>() => Top() is T value ? value : throw Damage($"another value than {Expected<T>()}");

    private object? Pop()
    {
        object? value = Top();
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    private T Pop<T>() => Pop() is T value ? value : throw Damage($"another value than {Expected<T>()}");

    private object?[] PopToMark()
    {
        int mark = _stack.LastIndexOf(Mark);
        Require(mark >= 0, "too few values");
        object?[] values = [.. _stack.GetRange(mark + 1, _stack.Count - mark - 1)];
        _stack.RemoveRange(mark, _stack.Count - mark);
        return values;
    }

    private string Line()
    {
        ReadOnlySpan<byte> rest = pickle.Span[_position..];
        int length = rest.IndexOf((byte)'\n');
        Require(length >= 0, "the end within a name");
        string text = Encoding.UTF8.GetString(rest[..length]);
        _position += length + 1;
        return text;
    }

    private string Text(long length) => Encoding.UTF8.GetString(Bytes(length));

    private long LongInteger(int length)
    {
        ReadOnlySpan<byte> bytes = Bytes(length);
        Require(length <= sizeof(long), "an integer of more than 64 bits");
        long value = length > 0 && bytes[^1] >= 0x80 ? -1 : 0;
        for (int i = length - 1; i >= 0; i--)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }

    private byte Byte() => Bytes(1)[0];

    private uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    private long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    private ReadOnlySpan<byte> Bytes(long count)
    {
        Require(count >= 0 && count <= pickle.Length - _position, "the end");
        ReadOnlySpan<byte> bytes = pickle.Span.Slice(_position, (int)count);
        _position += (int)count;
        return bytes;
    }

    private void Require(bool isSound, string found)
    {
        if (!isSound)
        {
            throw Damage(found);
        }
    }

    private InvalidDataException Damage(string found) =>
        new($"data.pkl: expected a pickle of tensors in dictionaries, found {found} at byte {_position}");

    private static string Expected<T>() => typeof(T).Name.Replace("Pickle", "a ", StringComparison.Ordinal).ToLowerInvariant();
}
