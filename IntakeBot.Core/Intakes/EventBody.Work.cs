using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <content>What staff do with a case besides answering.</content>
public abstract partial record EventBody
{
    /// <summary>Somebody read what she said.</summary>
    public sealed record Opened : EventBody
    {
        public override byte Kind => 1;

        internal override byte[] Encode() => [];
    }

    /// <summary>Whose it is from now on, by place of the roster; null: nobody's.</summary>
    public sealed record Assigned(byte? To) : EventBody
    {
        public byte? To { get; } = To is null or < CaseEvent.MostAuthors ? To : throw new ArgumentOutOfRangeException(nameof(To), "The roster has 32 places at most.");

        public override byte Kind => 2;

        internal override byte[] Encode() => [To ?? Nobody];
    }

    public sealed record StatusSet(CaseStatus Status) : EventBody
    {
        public CaseStatus Status { get; } = Enum.IsDefined(Status) ? Status : throw new ArgumentOutOfRangeException(nameof(Status));

        public override byte Kind => 3;

        internal override byte[] Encode() => [(byte)Status];
    }

    /// <summary>What colleagues should know.</summary>
    public sealed record Noted : EventBody
    {
        private Noted(string text) => Text = text;

        public string Text { get; }

        public override byte Kind => 7;

        /// <summary>Null where it is empty, too long, or no text: half a surrogate pair, or a control character that is no line end.</summary>
        public static Noted? Of(string text) => EventText.IsText(text, MaxNoteBytes) ? new(text) : null;

        internal override byte[] Encode() => EventText.Encode(Text);
    }

    /// <summary>A word by which colleagues find the case, put there or taken away.</summary>
    public sealed record Tagged : EventBody
    {
        private Tagged(string tag, bool isOn) => (Tag, IsOn) = (tag, isOn);

        public string Tag { get; }

        public bool IsOn { get; }

        public override byte Kind => 8;

        /// <summary>Null where it is empty, too long, of several lines, begins or ends with a blank, or is no text.</summary>
        public static Tagged? Of(string tag, bool isOn) => EventText.IsLine(tag, MaxTagBytes) ? new(tag, isOn) : null;

        internal override byte[] Encode() => [IsOn ? (byte)1 : (byte)0, .. EventText.Encode(Tag)];
    }

    /// <summary>When to look at it again, as days since 1970-01-01; 0: at no certain day.</summary>
    public sealed record FollowUp(ushort Day) : EventBody
    {
        public override byte Kind => 9;

        internal override byte[] Encode() => [(byte)(Day >> 8), (byte)(Day & 0xFF)];
    }

    /// <summary>The same person or matter as another intake, by its place, and goes on there; 0: stands alone again.</summary>
    public sealed record Merged(UInt128 Into) : EventBody
    {
        public override byte Kind => 10;

        internal override byte[] Encode()
        {
            var bytes = new byte[16];
            BinaryPrimitives.WriteUInt128BigEndian(bytes, Into);
            return bytes;
        }
    }

    /// <summary>Given to a partner organisation.</summary>
    public sealed record Referred : EventBody
    {
        private Referred(string partner) => Partner = partner;

        public string Partner { get; }

        public override byte Kind => 11;

        /// <summary>Null for what is no line of text, or too long.</summary>
        public static Referred? Of(string partner) => EventText.IsLine(partner, MaxPartnerBytes) ? new(partner) : null;

        internal override byte[] Encode() => EventText.Encode(Partner);
    }

    /// <summary>It left the desk's memory in another form than a reply.</summary>
    public sealed record TakenOut(TakenHow How) : EventBody
    {
        public TakenHow How { get; } = Enum.IsDefined(How) ? How : throw new ArgumentOutOfRangeException(nameof(How));

        public override byte Kind => 12;

        internal override byte[] Encode() => [(byte)How];
    }
}
