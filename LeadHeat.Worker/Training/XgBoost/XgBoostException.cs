using System.Runtime.InteropServices;

namespace LeadHeat.Worker.Training.XgBoost;

/// <summary>XGBoost refused something, or is not there.</summary>
internal sealed class XgBoostException(string message) : Exception(message)
{
    public const string Missing =
        "XGBoost is not installed where the worker runs. On Debian and Ubuntu: apt-get install libxgboost0. On macOS: brew install xgboost. Then train again.";

    /// <summary>Throws when a call answered that it failed.</summary>
    public static void Check(int answer)
    {
        // [12:00:00] ../src/learner.cc:757: Check failed: …\nStack trace:\n …
        if (answer != 0)
            throw new XgBoostException((Marshal.PtrToStringUTF8(NativeMethods.XGBGetLastError()) ?? "XGBoost failed").Split('\n')[0]);
    }
}
