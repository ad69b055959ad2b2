using IntakeBot.Core.Intakes;

namespace IntakeBot.Cli;

/// <summary>What speaks against a reply's text, as the end of a sentence about it.</summary>
internal static class ReplyFindingWords
{
    public static string Of(ReplyFindingKind kind) => kind switch
    {
        ReplyFindingKind.TooLong => $"has more than {Reply.MaxLength} characters",
        ReplyFindingKind.Unreadable => "holds signs that are not seen, or that turn it: what she reads may be another text",
        ReplyFindingKind.Identifying => "holds what looks like a number, an address, a place, a handle, a link or a name; whoever takes her phone may read it",
        ReplyFindingKind.PlaceAndTime => "names a place and a time; whoever takes her phone could wait there",
        ReplyFindingKind.Forbidden => "holds a word that tells at a glance what this is; whoever takes her phone may read it",
        ReplyFindingKind.NeverAsk => "asks for what nobody here asks for: a photo, a document, a name, money, where she is",
        _ => "promises something; say plainly what happens instead",
    };
}
