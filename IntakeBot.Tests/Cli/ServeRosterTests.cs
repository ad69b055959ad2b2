using IntakeBot.Cli;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Phone;
using IntakeBot.Tests.Journeys;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Cli;

/// <summary>The whole server in this process: hotline, Exchange and watch, with a clock that the test moves.</summary>
public sealed class ServeRosterTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_member_who_is_removed_under_the_running_server_reads_nothing_and_opens_nothing_any_more()
    {
        await using var phone = await PhoneServer.StartAsync(new PhoneOptions { TimeProvider = _time }, default);
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, _time, FreePort.Address().GetLeftPart(UriPartial.Authority));
        WhatServeNeeds(made, phone);
        using var readiness = Readiness.Of(made.ConfigFolder, made.DataFolder, _time);
        Assert.Empty(readiness.Problems);
        var parts = readiness.Parts!;
        await using var store = SealedStore.Open(made.DataFolder, TimeProvider.System);
        var roster = new RosterChange(new(parts.Roster), store, PlaceBook.Open(made.DataFolder), made.DataFolder);
        _ = await roster.ApplyAsync(parts.Roster, default);
        var days = DayBook.Open(made.DataFolder, Day.Today(_time));
        await using var codes = TinyCodes.Lane(parts.ServerKey, store);
        await using var app = Server.Build(parts, store, codes, days, roster, made.ConfigFolder, made.DataFolder, _time);
        await app.StartAsync();
        using var one = Read(made, 0);
        using var two = Read(made, 1);
        var person = phone.World.Join("Lily");
        person.Start();
        await person.TapAsync(Walks.Gate);
        var place = Assert.Single(store.Manifest(RowKind.Cold, null, 2)).Place;
        Assert.True(Opens(store, place, one, 0) && Opens(store, place, two, 1));
        Assert.True(await IsAdmittedAsync(parts, one) && await IsAdmittedAsync(parts, two));

        var draft = RosterDraft.Open(made.ConfigFolder, [])!;
        _ = draft.Remove("staff-2", Day.Today(_time));
        draft.Save();
        using (var organisation = SigningKeyFile.Read(Path.Combine(made.KeysFolder, "organisation.key"), []))
        {
            RosterFolder.Sign(made.ConfigFolder, organisation!);
        }

        for (var tries = 0; Opens(store, place, two, 1); tries++)
        {
            Assert.True(tries < 500, "Waited in vain.");
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }

        Assert.True(Opens(store, place, one, 0));
        Assert.True(await IsAdmittedAsync(parts, one));
        Assert.False(await IsAdmittedAsync(parts, two));
        var stopping = app.StopAsync();
        while (!stopping.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }

        await stopping;
    }

    private static void WhatServeNeeds(Throwaway made, PhoneServer phone)
    {
        var token = Path.Combine(made.KeysFolder, "telegram.token");
        File.WriteAllText(token, new PhoneOptions().Token);
        FileModes.Set(token, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var settings = Path.Combine(made.ConfigFolder, SettingsFile.Name);
        File.WriteAllText(
            settings,
            File.ReadAllText(settings).Replace("https://api.telegram.org", phone.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
    }

    private static Identity Read(Throwaway made, int member) => IdentityFile.Read(made.Members[member].IdentityFile, made.Passphrase, [])!;

    private static bool Opens(SealedStore store, Place place, Identity identity, byte at) =>
        store.Find<ColdRow>(place) is { } cold
        && IntakeOpener.Open(cold, store.Find<HotRow>(place)!, identity.EpochSecretOf(cold.Epoch)!, at) is Opening.Opened;

    private async Task<bool> IsAdmittedAsync(ServeParts parts, Identity member)
    {
        using var client = new ExchangeClient(new(parts.Settings.Exchange.Address), member.Signing, parts.ExchangeKey.Public, _time);
        return await client.FindManifestAsync(RowKind.Cold, null, default) is not null;
    }
}
