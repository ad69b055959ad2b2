using System.Security.Cryptography;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>A folder of its own for a test, and rows of random bytes to fill it with.</summary>
public abstract class StoreCase : IDisposable
{
    protected static readonly Day Today = new(20_700);

    protected string Folder { get; } = Directory.CreateTempSubdirectory("intakebot-store-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal static HotRow Hot(Place? place = null, Door? door = null, Day? expires = null) => new()
    {
        Place = place ?? Place.Random(),
        Version = RowVersion.Random(),
        Expires = expires ?? Today,
        Door = door ?? Door.Random(),
        Blob = RandomNumberGenerator.GetBytes(Format.BlobSize),
        Slots = RandomNumberGenerator.GetBytes(HotRow.SlotsSize),
        Note = RandomNumberGenerator.GetBytes(Format.NoteSize),
    };

    internal static ColdRow Cold(Place? place = null, Day? expires = null) => new()
    {
        Place = place ?? Place.Random(),
        Version = RowVersion.Random(),
        Expires = expires ?? Today,
        Epoch = 7,
        RemoveHash = RandomNumberGenerator.GetBytes(32),
        ExtendHash = RandomNumberGenerator.GetBytes(32),
        Stanzas = RandomNumberGenerator.GetBytes(8 * Format.StanzaSize),
    };

    /// <summary>A mailbox that nobody can open.</summary>
    internal static Mailbox Letters(Day? today = null) => Mailbox.Locked(today ?? Today);

    /// <summary>The next version of a row, as a press writes it.</summary>
    internal static HotRow Next(HotRow row) => Hot(row.Place, row.Door, row.Expires);

    internal static Change Put(SealedRow row, RowVersion? expected = null) => new Change().Put(row, expected);

    internal SealedStore Open() => SealedStore.Open(Folder, TimeProvider.System);

    internal string File(string name) => Path.Combine(Folder, name);
}
