namespace IntakeBot.Core.Sealing;

/// <summary>
/// A hash that grows with each part of a backup and ends the file: who has no key sees that a part changed or is missing. It is no seal: who can
/// write the file can make another one.
/// </summary>
internal sealed class BackupChain
{
    private byte[] _value = [];

    public ReadOnlySpan<byte> Value => _value;

    public void Add(ReadOnlySpan<byte> part) => _value = Hash.Of(_value, "backup chain", part);
}
