namespace IntakeBot.Bench;

/// <summary>strace before a program, so that it is killed inside a chosen call of the system: what it had begun to write, flush or rename never happens.</summary>
internal static class StraceKill
{
    /// <summary>As a thread enters <paramref name="call"/> for the <paramref name="time"/>th time; strace counts each thread by itself.</summary>
    public static string[] At(string call, int time) =>
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", $"trace={call}", "-e", $"inject={call}:signal=SIGKILL:when={time}"];
}
