using System.Runtime.InteropServices;

namespace LeadHeat.Worker.Training.XgBoost;

/// <summary>A matrix of XGBoost's, freed by it.</summary>
internal sealed class MatrixHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.XGDMatrixFree(handle) == 0;
}

/// <summary>A model in training, freed by XGBoost.</summary>
internal sealed class BoosterHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.XGBoosterFree(handle) == 0;
}
