using System.Globalization;
using System.Runtime.InteropServices;

namespace LeadHeat.Worker.Training.XgBoost;

/// <summary>A model in training.</summary>
internal sealed class Booster : IDisposable
{
    private const int MarginKind = 1;
    private const int ContributionKind = 4;

    private readonly BoosterHandle _handle;

    /// <param name="matrices">The rows that it will grow on and be measured by: it keeps their predictions from one tree to the next.</param>
    public Booster(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<TrainingMatrix> matrices)
    {
        if (!NativeMethods.IsThere)
            throw new XgBoostException(XgBoostException.Missing);
        nint[] handles = [.. matrices.Select(matrix => matrix.Handle.DangerousGetHandle())];
        XgBoostException.Check(NativeMethods.XGBoosterCreate(handles, (ulong)handles.Length, out _handle));
        GC.KeepAlive(matrices);
        foreach (var (name, value) in settings)
            XgBoostException.Check(NativeMethods.XGBoosterSetParam(_handle, name, value));
    }

    private Booster(BoosterHandle handle) => _handle = handle;

    /// <summary>The library's version: <c>1.7.4</c>.</summary>
    public static string Version
    {
        get
        {
            NativeMethods.XGBoostVersion(out var major, out var minor, out var patch);
            return $"{major}.{minor}.{patch}";
        }
    }

    /// <summary>Grows the next tree.</summary>
    public void Grow(int round, TrainingMatrix training) => XgBoostException.Check(NativeMethods.XGBoosterUpdateOneIter(_handle, round, training.Handle));

    /// <summary>The metric on rows that grow nothing.</summary>
    public double Evaluate(int round, TrainingMatrix rows)
    {
        XgBoostException.Check(NativeMethods.XGBoosterEvalOneIter(_handle, round, rows.Handle.DangerousGetHandle(), ["rows"], 1, out var answer));
        GC.KeepAlive(rows);
        // [12]\trows-logloss:0.53214
        var text = Marshal.PtrToStringUTF8(answer)!;
        return double.Parse(text.AsSpan(text.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>The model of the first trees only.</summary>
    public Booster Cut(int trees)
    {
        XgBoostException.Check(NativeMethods.XGBoosterSlice(_handle, 0, trees, 1, out var slice));
        return new(slice);
    }

    /// <summary>The model as JSON.</summary>
    public byte[] Save()
    {
        XgBoostException.Check(NativeMethods.XGBoosterSaveModelToBuffer(_handle, """{"format":"json"}""", out var length, out var bytes));
        var json = new byte[length];
        Marshal.Copy(bytes, json, 0, json.Length);
        return json;
    }

    /// <summary>XGBoost's own probabilities.</summary>
    public float[] Predict(TrainingMatrix rows) => Predict(rows, 0);

    /// <summary>XGBoost's own sums of leaves.</summary>
    public float[] Margins(TrainingMatrix rows) => Predict(rows, MarginKind);

    /// <summary>XGBoost's own contributions: for each row its columns' and then the bias.</summary>
    public float[] Contributions(TrainingMatrix rows) => Predict(rows, ContributionKind);

    public void Dispose() => _handle.Dispose();

    // What XGBoost answers belongs to it, and only until the next call.
    private float[] Predict(TrainingMatrix rows, int kind)
    {
        XgBoostException.Check(NativeMethods.XGBoosterPredict(_handle, rows.Handle, kind, 0, 0, out var count, out var values));
        var copy = new float[count];
        Marshal.Copy(values, copy, 0, copy.Length);
        return copy;
    }
}
