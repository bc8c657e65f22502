using System.Text.Json;

namespace LeadHeat.Core.Playbooks;

/// <summary>A value of a playbook's JSON that remembers where it stands, so that every complaint names file, line and key.</summary>
public sealed class DataNode
{
    private readonly HashSet<string> _read = [];
    private readonly Dictionary<string, DataNode> _members = [];
    private readonly List<DataNode> _items = [];
    private string? _text;
    private decimal _number;
    private ReadOnlyMemory<byte> _json;

    private DataNode(string file, int line, string path, JsonTokenType kind) => (File, Line, Path, Kind) = (file, line, path, kind);

    public string File { get; }
    public int Line { get; }
    public string Path { get; }
    public JsonTokenType Kind { get; }
    public IReadOnlyList<DataNode> Items => _items;
    public IEnumerable<string> Keys => _members.Keys;

    /// <summary>The value as it stands in the file.</summary>
    public string Json => System.Text.Encoding.UTF8.GetString(_json.Span);

    /// <summary>Reads a file's text; comments and trailing commas are allowed.</summary>
    public static DataNode Parse(string file, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var lines = new LineCounter(bytes);
        try
        {
            reader.Read();
            var node = Read(file, "", bytes, ref reader, ref lines);
            return reader.Read() ? throw node.Wrong("there is something after the end.") : node;
        }
        catch (JsonException broken)
        {
            throw new PlaybookException(file, (int)(broken.LineNumber ?? 0) + 1, "", "this is no JSON: " + broken.Message);
        }
    }

    /// <summary>Whether the object has this key.</summary>
    public bool Has(string key) => _members.ContainsKey(key);

    /// <summary>The value of a key that must be there.</summary>
    public DataNode this[string key] => Find(key) ?? throw Wrong($"'{key}' is missing.");

    /// <summary>The value of a key, or null.</summary>
    public DataNode? Find(string key)
    {
        if (Kind != JsonTokenType.StartObject)
            throw Wrong("an object is expected here.");
        _read.Add(key);
        return _members.GetValueOrDefault(key);
    }

    public string AsText() => Kind == JsonTokenType.String && _text!.Length > 0 ? _text : throw Wrong("a text is expected here.");

    public decimal AsNumber() => Kind == JsonTokenType.Number ? _number : throw Wrong("a number is expected here.");

    public int AsCount() => AsNumber() is var number && number is >= 0 and <= int.MaxValue && number == decimal.Truncate(number)
        ? (int)number : throw Wrong("a whole number from 0 is expected here.");

    /// <summary>A whole number that may be below zero.</summary>
    public int AsWhole() => AsNumber() is var number && Math.Abs(number) <= int.MaxValue && number == decimal.Truncate(number)
        ? (int)number : throw Wrong("a whole number is expected here.");

    public bool AsFlag() => Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong("true or false is expected here."),
    };

    public IReadOnlyList<DataNode> AsList() => Kind == JsonTokenType.StartArray ? _items : throw Wrong("a list is expected here.");

    public IReadOnlyList<string> AsTexts() => [.. AsList().Select(item => item.AsText())];

    public string Text(string key, string? otherwise = null) => Find(key)?.AsText() ?? otherwise ?? this[key].AsText();

    public int Count(string key, int? otherwise = null) => Find(key)?.AsCount() ?? otherwise ?? this[key].AsCount();

    public bool Flag(string key, bool otherwise) => Find(key)?.AsFlag() ?? otherwise;

    /// <summary>The texts of a list; none when the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key)?.AsTexts() ?? [];

    /// <summary>The objects of a list; none when the key is missing.</summary>
    public IReadOnlyList<DataNode> List(string key) => Find(key)?.AsList() ?? [];

    /// <summary>Refuses keys that nobody has asked for: they are typing errors.</summary>
    public void Done()
    {
        foreach (var (key, value) in _members)
        {
            if (!_read.Contains(key))
                throw value.Wrong($"there is no such key as '{key}'.");
        }
    }

    /// <summary>A complaint about this place.</summary>
    public PlaybookException Wrong(string problem) => new(File, Line, Path, problem);

    private static DataNode Read(string file, string path, byte[] bytes, ref Utf8JsonReader reader, ref LineCounter lines)
    {
        var start = (int)reader.TokenStartIndex;
        var node = new DataNode(file, lines.At(start), path, reader.TokenType);
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                node._text = reader.GetString();
                break;
            case JsonTokenType.Number:
                node._number = reader.TryGetDecimal(out var number) ? number : throw node.Wrong("this number is too large.");
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    node._items.Add(Read(file, $"{path}[{node._items.Count}]", bytes, ref reader, ref lines));
                break;
            case JsonTokenType.StartObject:
                node.ReadMembers(bytes, ref reader, ref lines);
                break;
        }
        node._json = bytes.AsMemory(start, (int)reader.BytesConsumed - start);
        return node;
    }

    private void ReadMembers(byte[] bytes, ref Utf8JsonReader reader, ref LineCounter lines)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            var path = Path.Length == 0 ? key : $"{Path}.{key}";
            reader.Read();
            var value = Read(File, path, bytes, ref reader, ref lines);
            if (!_members.TryAdd(key, value))
                throw value.Wrong($"'{key}' is there twice.");
        }
    }

    private ref struct LineCounter(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _position;
        private int _line = 1;

        public int At(int position)
        {
            _line += _bytes[_position..position].Count((byte)'\n');
            _position = position;
            return _line;
        }
    }
}
