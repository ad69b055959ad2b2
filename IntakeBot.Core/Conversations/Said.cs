namespace IntakeBot.Core.Conversations;

/// <summary>What a person may say to a conversation. What else she sends is <see cref="Other"/>, and never kept.</summary>
public abstract record Said
{
    private Said()
    {
    }

    /// <summary>/start, or anything from a chat of which nothing is known. <paramref name="Link"/>: what a t.me link added to it.</summary>
    public sealed record Start(string? Link = null) : Said
    {
        public override string ToString() => nameof(Start);
    }

    /// <summary>Words that were typed. Where none are awaited they are <see cref="Other"/>.</summary>
    public sealed record Text(string Value) : Said
    {
        public override string ToString() => nameof(Text);
    }

    /// <summary>Option <paramref name="Option"/> of the screen, counted from 0.</summary>
    public sealed record Choose(int Option) : Said
    {
        public override string ToString() => nameof(Choose);
    }

    /// <summary>Carries the wanted state, not "flip", so that a repeated press changes nothing.</summary>
    public sealed record Toggle(int Option, bool On) : Said
    {
        public override string ToString() => nameof(Toggle);
    }

    /// <summary>A button that is no answer.</summary>
    public sealed record Press(Command Command) : Said;

    /// <summary>Typed or sent: words, pictures, anything. What it was never comes this far.</summary>
    public sealed record Other : Said;
}
