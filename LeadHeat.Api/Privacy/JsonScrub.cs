using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadHeat.Api.Privacy;

/// <summary>Takes one person out of JSON that may hold others: of the lists that the person stands in, the innermost entry goes.</summary>
internal static class JsonScrub
{
    /// <summary>The rest; empty where nothing is left that says anything.</summary>
    public static byte[] Without(byte[] json, PersonWords words)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json);
        }
        // What cannot be read cannot be taken apart.
        catch (JsonException)
        {
            return [];
        }

        if (root is null || Prune(root, words) || words.AreIn(root.ToJsonString()))
            return [];
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    /// <summary>Whether the node is about the person, outside of all lists in it.</summary>
    private static bool Prune(JsonNode node, PersonWords words)
    {
        if (node is JsonArray list)
        {
            var before = list.Count;
            for (var place = list.Count - 1; place >= 0; place--)
            {
                if (list[place] is { } entry && Prune(entry, words))
                    list.RemoveAt(place);
            }

            // A list of which nothing is left was only about the person, and so is what it stands in.
            return before > 0 && list.Count == 0;
        }

        if (node is not JsonObject members)
            return words.AreIn(node.ToJsonString());
        var (isAbout, emptied) = (false, 0);
        foreach (var (_, value) in members.ToArray())
        {
            if (value is null || !Prune(value, words))
                continue;
            if (value is JsonArray)
                emptied++;
            else
                isAbout = true;
        }

        return isAbout || (emptied > 0 && members.All(member => member.Value is not JsonArray { Count: > 0 }));
    }
}
