using System.Buffers.Text;

namespace IntakeBot.Core.Sealing;

/// <summary>members/PSEUDONYM.json as it is written, before anything of it was checked.</summary>
internal sealed record MemberDocument
{
    public required string SigningKey { get; init; }

    public required EpochEntry[] Epochs { get; init => field = RosterJson.Filled(value); }

    internal sealed record EpochEntry
    {
        public required uint Epoch { get; init; }

        /// <summary>Base64url of 1216 bytes.</summary>
        public required string Key { get; init; }

        /// <summary>Base64url of 64 bytes.</summary>
        public required string Signature { get; init; }

        public static EpochEntry Of(EpochStatement statement) => new()
        {
            Epoch = statement.Epoch,
            Key = Base64Url.EncodeToString(statement.Key.Bytes),
            Signature = Base64Url.EncodeToString(statement.Signature.Span),
        };
    }
}
