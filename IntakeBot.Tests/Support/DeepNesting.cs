using System.Runtime.CompilerServices;
using IntakeBot.Messenger;

namespace IntakeBot.Tests.Support;

/// <summary>Tests that use the library by themselves must not close its options before a host has set them.</summary>
internal static class DeepNesting
{
    [ModuleInitializer]
    internal static void Allow() => GetUpdatesRaw.AllowDeepNesting();
}
