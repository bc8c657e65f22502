using System.Runtime.InteropServices;

namespace LeadHeat.Core.HeatModels;

/// <summary>
/// A node of a tree: rows under the split go to <see cref="Left"/>, others to the node after it. A leaf's split is not a number and it leads
/// to itself, so that a walk of the tree's depth ends at a leaf whichever way it took.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TreeNode
{
    /// <summary>Rows whose value is less go left.</summary>
    public float Split;

    /// <summary>The left child, counted from the first node of all trees.</summary>
    public int Left;

    public ushort Feature;

    /// <summary>1 where rows without a value go right.</summary>
    public ushort MissingRight;
}

/// <summary>Where a tree's nodes stand, and how many steps its deepest leaf is away.</summary>
internal readonly record struct Tree(int Root, int Count, int Depth);
