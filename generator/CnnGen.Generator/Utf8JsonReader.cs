using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;

namespace System.Text.Json;

/// <summary>The kinds of tokens that headers of weights have.</summary>
internal enum JsonTokenType
{
    None,
    StartObject,
    EndObject,
    StartArray,
    EndArray,
    PropertyName,
    String,
    Number,
    Literal,
}

internal sealed class JsonException(string message) : Exception(message);

internal struct JsonReaderOptions
{
    public int MaxDepth { get; set; }
}

/// <summary>
/// The part of .NET's reader of the same name that the runtime's <c>SafetensorsHeader</c> uses, since netstandard2.0 has none and a
/// generator brings no libraries. It accepts what that one accepts (a test compares them); its messages name the byte.
/// </summary>
internal ref struct Utf8JsonReader(ReadOnlySpan<byte> json, JsonReaderOptions options)
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _json = json;
    private readonly Stack<char> _open = new();
    private readonly JsonReaderOptions _options = options;
    private int _position;
    private string _text = "";

    public JsonTokenType TokenType { get; private set; }

    private readonly bool IsInObject => _open.Count > 0 && _open.Peek() == '{';

    /// <summary>The next token; false at the end, which is behind one value.</summary>
    public bool Read()
    {
        char next = Peek();
        if (_open.Count == 0 && TokenType != JsonTokenType.None)
        {
            return next == '\0' ? false : throw Unexpected("the end");
        }

        if (TokenType == JsonTokenType.PropertyName)
        {
            Take(':');
            next = Peek();
        }
        else if (_open.Count > 0 && next is '}' or ']')
        {
            Close(next);
            return true;
        }
        else if (_open.Count > 0 && TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            Take(',');
            next = Peek();
        }

        if (IsInObject && TokenType != JsonTokenType.PropertyName)
        {
            ReadString();
            TokenType = JsonTokenType.PropertyName;
            return true;
        }

        ReadValue(next);
        return true;
    }

    public readonly string GetString() => _text;

    public readonly bool TryGetInt64(out long number) =>
        long.TryParse(_text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private void ReadValue(char next)
    {
        switch (next)
        {
            case '{' or '[':
                if (_open.Count == _options.MaxDepth)
                {
                    throw new JsonException($"more than {_options.MaxDepth} levels at byte {_position}");
                }

                _open.Push(next);
                _position++;
                TokenType = next == '{' ? JsonTokenType.StartObject : JsonTokenType.StartArray;
                break;
            case '"':
                ReadString();
                TokenType = JsonTokenType.String;
                break;
            default:
                ReadWord();
                break;
        }
    }

    private void Close(char bracket)
    {
        if ((bracket == '}') != IsInObject)
        {
            throw Unexpected(IsInObject ? "'}'" : "']'");
        }

        _open.Pop();
        _position++;
        TokenType = bracket == '}' ? JsonTokenType.EndObject : JsonTokenType.EndArray;
    }

    private void ReadWord()
    {
        int begin = _position;
        while (_position < _json.Length && _json[_position] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z')
            or (byte)'E' or (byte)'+' or (byte)'-' or (byte)'.')
        {
            _position++;
        }

        _text = Strict.GetString(_json.Slice(begin, _position - begin).ToArray());
        bool isNumber = Regex.IsMatch(_text, @"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z");
        TokenType = isNumber ? JsonTokenType.Number : JsonTokenType.Literal;
        if (!isNumber && _text is not ("true" or "false" or "null"))
        {
            _position = begin;
            throw Unexpected("a value");
        }
    }

    private void ReadString()
    {
        Take('"');
        int begin = _position;
        bool isEscaped = false;
        for (; _position < _json.Length && _json[_position] != '"'; _position++)
        {
            if (_json[_position] < ' ')
            {
                throw Unexpected("a character of a string");
            }

            isEscaped |= _json[_position] == '\\';
            _position += _json[_position] == '\\' ? 1 : 0;
        }

        int end = Math.Min(_position, _json.Length);
        Take('"');
        string text = Decode(_json.Slice(begin, end - begin));
        _text = isEscaped ? Unescape(text, begin) : text;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.ToArray());
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException("expected a JSON header, found text that is not UTF-8", exception);
        }
    }

    private static string Unescape(string text, int begin)
    {
        var plain = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            int known = "\"\\/bfnrt".IndexOf(text[++i]);
            if (known >= 0)
            {
                plain.Append("\"\\/\b\f\n\r\t"[known]);
            }
            else if (text[i] == 'u' && i + 4 < text.Length && int.TryParse(
                text.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int unit))
            {
                plain.Append((char)unit);
                i += 4;
            }
            else
            {
                throw new JsonException($"an unknown escape in the string at byte {begin}");
            }
        }

        return HasLoneSurrogate(plain) ? throw new JsonException($"half a character in the string at byte {begin}") : plain.ToString();
    }

    private static bool HasLoneSurrogate(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next character behind white space; 0 at the end.</summary>
    private char Peek()
    {
        while (_position < _json.Length && _json[_position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            _position++;
        }

        return _position < _json.Length ? (char)_json[_position] : '\0';
    }

    private void Take(char expected)
    {
        if (_position >= _json.Length || _json[_position] != expected)
        {
            throw Unexpected($"'{expected}'");
        }

        _position++;
    }

    private readonly JsonException Unexpected(string expected) => new(
        $"{(_position >= _json.Length ? "the end" : _json[_position] is > 32 and < 127 ? $"'{(char)_json[_position]}'" : "a stray byte")} "
        + $"instead of {expected} at byte {Math.Min(_position, _json.Length)}");
}
