using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Support;

/// <summary>Receipt codes at the least price: what they cost is measured elsewhere.</summary>
internal static class TinyCodes
{
    public static CodeLane Lane(ServerKey key, SealedStore store, CodeLimits? limits = null) => new(key, store.FindNearest, ArgonProfile.Tiny, limits ?? new(), 1);

    /// <summary>Returns when as many codes are ready as are kept.</summary>
    public static async Task ReadyAsync(this CodeLane codes)
    {
        while (codes.Ready < CodeLane.Ahead)
        {
            await Task.Delay(1);
        }
    }
}
