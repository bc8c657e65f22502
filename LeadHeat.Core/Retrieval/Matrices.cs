using System.Runtime.InteropServices;

namespace LeadHeat.Core.Retrieval;

/// <summary>The little linear algebra that the embedder needs. Matrices are by row; a basis has one direction a row.</summary>
internal static class Matrices
{
    // So that a text that says what another says, or nothing new, does no harm.
    private const double Ridge = 1e-6;

    public static double[,] Identity(int size)
    {
        var identity = new double[size, size];
        for (var at = 0; at < size; at++)
            identity[at, at] = 1;
        return identity;
    }

    /// <summary>Directions that span nearly the strongest ones of a symmetric matrix: block power iteration from a fixed beginning.</summary>
    public static double[,] StrongestSubspace(double[,] symmetric, int directions, int rounds)
    {
        var size = symmetric.GetLength(0);
        var basis = new double[directions, size];
        // A plain generator of the same numbers each time: there is no chance in an index.
        var seed = 0x9E3779B97F4A7C15UL;
        foreach (ref var value in Span(basis))
        {
            seed = (seed * 6364136223846793005UL) + 1442695040888963407UL;
            value = (seed >> 11) * (1.0 / (1UL << 53)) - 0.5;
        }

        Orthonormalize(basis);
        for (var round = 0; round < rounds; round++)
        {
            basis = Product(basis, symmetric);
            Orthonormalize(basis);
        }

        return basis;
    }

    /// <summary>a × b, where b is given transposed, or is symmetric.</summary>
    public static double[,] Product(double[,] a, double[,] transposed)
    {
        var product = new double[a.GetLength(0), transposed.GetLength(0)];
        for (var row = 0; row < a.GetLength(0); row++)
        {
            for (var column = 0; column < transposed.GetLength(0); column++)
                product[row, column] = Vectors.Dot<double>(Row(a, row), Row(transposed, column));
        }

        return product;
    }

    /// <summary>The lower triangle L with L Lᵀ = a.</summary>
    public static double[,] Cholesky(double[,] a)
    {
        var size = a.GetLength(0);
        var lower = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = a[row, column] - Vectors.Dot<double>(Row(lower, row)[..column], Row(lower, column)[..column]);
                lower[row, column] = row == column ? Math.Sqrt(Math.Max(rest, 0) + Ridge) : rest / lower[column, column];
            }
        }

        return lower;
    }

    /// <summary>L⁻¹ × b.</summary>
    public static double[,] SolveLower(double[,] lower, double[,] b)
    {
        var solved = (double[,])b.Clone();
        for (var row = 0; row < lower.GetLength(0); row++)
        {
            var target = Row(solved, row);
            for (var before = 0; before < row; before++)
                Vectors.Add<double>(target, -lower[row, before], Row(solved, before));
            Vectors.Scale(target, 1 / lower[row, row]);
        }

        return solved;
    }

    private static void Orthonormalize(double[,] basis)
    {
        for (var row = 0; row < basis.GetLength(0); row++)
        {
            var target = Row(basis, row);
            for (var before = 0; before < row; before++)
                Vectors.Add<double>(target, -Vectors.Dot<double>(target, Row(basis, before)), Row(basis, before));
            Vectors.Scale(target, 1 / Math.Max(Math.Sqrt(Vectors.Dot<double>(target, target)), 1e-12));
        }
    }

    private static Span<double> Row(double[,] matrix, int row) => Span(matrix).Slice(row * matrix.GetLength(1), matrix.GetLength(1));

    private static Span<double> Span(double[,] matrix) => MemoryMarshal.CreateSpan(ref matrix[0, 0], matrix.Length);
}
