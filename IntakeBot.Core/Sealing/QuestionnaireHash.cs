using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// First 20 bytes of H([]; "questionnaire", canonical bytes): what S00 names and the roster lists, so that a server cannot swap
/// the meaning of an answer.
/// </summary>
public static class QuestionnaireHash
{
    public static byte[] Of(ReadOnlySpan<byte> canonical) => Hash.Of([], "questionnaire", canonical)[..Heading.HashSize];
}
