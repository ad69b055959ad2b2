using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>
/// The process that <see cref="KillTests"/> kills: this assembly, started again with a folder in its environment. Says on
/// stdout what it is about to write and what was acknowledged. Runs inside the module's initializer, so on one thread.
/// </summary>
internal static class KillChild
{
    public const string Variable = "INTAKEBOT_TEST_KILL_CHILD";

    [ModuleInitializer]
    public static void Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            Write(SealedStore.Open(folder, TimeProvider.System));
        }
    }

    private static void Write(SealedStore store)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var rows = new List<HotRow>();
        foreach (var entry in store.Manifest(RowKind.Hot, after: null, limit: 40))
        {
            rows.Add(store.Find<HotRow>(entry.Place)!);
        }

        while (true)
        {
            var sent = new List<(int At, HotRow Row, Task<bool> Done)>();
            for (var left = RandomNumberGenerator.GetInt32(1, 17); left > 0; left--)
            {
                var at = RandomNumberGenerator.GetInt32(60);
                if (at < rows.Count && sent.Exists(s => s.At == at))
                {
                    continue;
                }

                var row = at < rows.Count ? StoreCase.Next(rows[at]) : StoreCase.Hot();
                output.WriteLine($"try {row.Place} {row.Version}");
                sent.Add((at, row, store.CommitAsync(StoreCase.Put(row, at < rows.Count ? rows[at].Version : null))));
            }

            foreach (var (at, row, done) in sent)
            {
                if (!done.GetAwaiter().GetResult())
                {
                    output.WriteLine("conflict");
                    continue;
                }

                output.WriteLine($"ack {row.Place} {row.Version}");
                if (at < rows.Count && rows[at].Place == row.Place)
                {
                    rows[at] = row;
                }
                else
                {
                    rows.Add(row);
                }
            }
        }
    }
}
