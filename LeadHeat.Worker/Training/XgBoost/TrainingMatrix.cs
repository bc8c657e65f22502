namespace LeadHeat.Worker.Training.XgBoost;

/// <summary>Rows as XGBoost holds them.</summary>
internal sealed class TrainingMatrix : IDisposable
{
    /// <param name="values">Row after row; what is missing is not a number.</param>
    /// <param name="labels">An outcome a row, 0 or 1; none for rows that are only predicted.</param>
    public TrainingMatrix(ReadOnlySpan<float> values, int columns, ReadOnlySpan<float> labels = default)
    {
        XgBoostException.Check(NativeMethods.XGDMatrixCreateFromMat(values, (ulong)(values.Length / columns), (ulong)columns, float.NaN, out var handle));
        Handle = handle;
        if (labels.Length > 0)
            XgBoostException.Check(NativeMethods.XGDMatrixSetFloatInfo(Handle, "label", labels, (ulong)labels.Length));
    }

    public MatrixHandle Handle { get; }

    public void Dispose() => Handle.Dispose();
}
