using System.Reflection;
using System.Runtime.InteropServices;

namespace LeadHeat.Worker.Training.XgBoost;

/// <summary>The C interface of XGBoost 1.7, as far as training and its check need it. Every call answers 0, or says why not.</summary>
internal static partial class NativeMethods
{
    private const string Library = "xgboost";

    // Debian's package, a build of one's own, Homebrew.
    private static readonly string[] Names = ["libxgboost.so.0", "libxgboost.so", "libxgboost.dylib", "xgboost"];

    private static readonly Lazy<nint> Loaded = new(Load);

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, static (name, _, _) => name == Library ? Loaded.Value : 0);

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsThere => Loaded.Value != 0;

    [LibraryImport(Library)]
    public static partial nint XGBGetLastError();

    [LibraryImport(Library)]
    public static partial void XGBoostVersion(out int major, out int minor, out int patch);

    [LibraryImport(Library)]
    public static partial int XGDMatrixCreateFromMat(ReadOnlySpan<float> values, ulong rows, ulong columns, float missing, out MatrixHandle matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixSetFloatInfo(MatrixHandle matrix, string field, ReadOnlySpan<float> values, ulong count);

    [LibraryImport(Library)]
    public static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library)]
    public static partial int XGBoosterCreate(ReadOnlySpan<nint> matrices, ulong count, out BoosterHandle booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSetParam(BoosterHandle booster, string name, string value);

    [LibraryImport(Library)]
    public static partial int XGBoosterUpdateOneIter(BoosterHandle booster, int round, MatrixHandle training);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterEvalOneIter(BoosterHandle booster, int round, in nint matrix, string[] names, ulong count, out nint answer);

    [LibraryImport(Library)]
    public static partial int XGBoosterPredict(
        BoosterHandle booster, MatrixHandle rows, int kind, uint trees, int training, out ulong count, out nint values);

    [LibraryImport(Library)]
    public static partial int XGBoosterSlice(BoosterHandle booster, int from, int to, int step, out BoosterHandle slice);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSaveModelToBuffer(BoosterHandle booster, string format, out ulong length, out nint bytes);

    [LibraryImport(Library)]
    public static partial int XGBoosterFree(nint booster);

    private static nint Load()
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), null, out var library))
                return library;
        }

        return 0;
    }
}
