using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Phone;

namespace IntakeBot.Tests.Proof;

/// <summary>One person whose names and words are markers. Her phone tells what is to be searched for: each button that it was sent, each word that it sent.</summary>
internal sealed class LeakPerson
{
    /// <summary>Of how many one ends with a number, or types one: each costs Argon2id in full.</summary>
    private const int CodeEvery = 100;

    /// <summary>The ways to go on after the first answer. All but one leave the conversation open.</summary>
    private const int Ways = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PhonePerson _phone;
    private readonly PhoneChat _chat;
    private readonly Language _language;
    private readonly LeakNeedles _needles;

    public LeakPerson(PhoneWorld world, Language language, LeakNeedles needles)
    {
        var (id, first, last, user) = (LeakMarker.AccountId(), LeakMarker.Word(), LeakMarker.Hangul(), LeakMarker.Word());
        (_language, _needles) = (language, needles);
        _phone = world.JoinAs(id, first, last, user);
        _chat = _phone.ChatWith(world.Bot)!;
        needles.AddNumber(LeakKind.AccountId, id);
        foreach (var name in new[] { first, last, user })
        {
            needles.Add(LeakKind.Name, name);
        }
    }

    public async Task ComeAsync(int number)
    {
        _ = _phone.Start(Said(LeakKind.TypedText));
        await NextAsync(seen: null);
        if (number % CodeEvery == 1)
        {
            // What is answered comes when it comes, over whatever the screen shows by then: this person wants nothing else.
            await TypeCodeAsync(ReceiptCode.Draw());
            return;
        }

        foreach (var button in new[] { ButtonName.SafeYes, ButtonName.OthersNo, ButtonName.Continue, ButtonName.Consent }.Select(b => _language.Buttons[b]).Prepend(_language.Name))
        {
            await PressAsync(button);
        }

        await TypeAsync(Said(LeakKind.TypedText), _language.Screens[ScreenName.ButtonsOnly]);
        await AnswerAsync(number);
        await (number % CodeEvery == 0 ? EndAsync() : GoOnAsync(number % Ways));
    }

    private async Task GoOnAsync(int way)
    {
        switch (way)
        {
            case 0:
                await PressAsync(_language.Buttons[ButtonName.Hide]);
                break;
            case 1:
                await PressAsync(_language.Buttons[ButtonName.Erase]);
                await PressAsync(_language.Buttons[ButtonName.EraseYes]);
                break;
            case 2:
                await PressAsync(_language.Buttons[ButtonName.Back]);
                await AnswerAsync(way);
                break;
            case 3:
                await WriteNoteAsync();
                break;
            default:
                await AnswerAsync(way);
                break;
        }
    }

    /// <summary>Answers the rest; what she writes is kept.</summary>
    private async Task WriteNoteAsync()
    {
        while (Options() is { Count: > 0 })
        {
            await AnswerAsync(0);
        }

        await TypeAsync(Said(LeakKind.Note), _language.Screens[ScreenName.NoteTaken]);
    }

    /// <summary>To the number, and back with it.</summary>
    private async Task EndAsync()
    {
        await WriteNoteAsync();
        await PressAsync(_language.Buttons[ButtonName.Done]);
        while (!Has(_language.Buttons[ButtonName.NoNumber]))
        {
            // No number was ready, and the screen says so. Pressed again, it may stay as it is.
            var (id, content) = Shown()!.Value;
            _ = _phone.PressData(id, Button(_language.Buttons[ButtonName.Done]));
            _ = await _phone.WaitForScreenAsync(_ => _phone.Spinners.Count == 0, Patience);
            await Task.WhenAny(NextAsync(content), Task.Delay(TimeSpan.FromMilliseconds(300)));
        }

        var shown = Shown()!.Value.Content.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == ReceiptCode.Length);
        _ = ReceiptCode.Read(shown, out var code);
        _needles.Add(LeakKind.Code, shown);
        await PressAsync(shown[^4..]);
        await TypeCodeAsync(code!);
    }

    private async Task TypeCodeAsync(ReceiptCode code)
    {
        var bytes = new byte[ReceiptCode.Size];
        code.CopyTo(bytes);
        var digits = Convert.ToHexString(bytes);
        _needles.Add(LeakKind.Code, bytes);
        _needles.Add(LeakKind.Code, digits);
        _ = _phone.Type(digits);
        await GoneAsync("");
    }

    private string Said(LeakKind kind)
    {
        var word = LeakMarker.Word();
        _needles.Add(kind, word);
        return word;
    }

    private async Task TypeAsync(string words, string shown)
    {
        _ = _phone.Type(words);
        await GoneAsync(shown);
    }

    /// <summary>Until what she sent is gone from the chat and her screen begins so.</summary>
    private async Task GoneAsync(string shown)
    {
        _ = await _phone.WaitForScreenAsync(s => !s.Any(m => m.FromPerson) && s.Count > 0 && s[^1].Text.StartsWith(shown.Trim(), StringComparison.Ordinal), Patience);
        Hear(Shown()!.Value.Content);
    }

    /// <summary>Where a question is shown; behind the last one there is none.</summary>
    private async Task AnswerAsync(int option)
    {
        if (Options() is { Count: > 0 } options)
        {
            await PressDataAsync(options[option % options.Count]);
        }
    }

    private List<string> Options() => [.. Shown()!.Value.Content.Keyboard!.Rows.SelectMany(r => r).Where(b => LeakMarker.IsWord(b.Label)).Select(b => b.Data!)];

    private Task PressAsync(string label) => PressDataAsync(Button(label));

    private string Button(string label) => Shown()!.Value.Content.Keyboard!.Rows.SelectMany(r => r).FirstOrDefault(b => b.Label == label)?.Data
        ?? throw new InvalidOperationException($"No button {label}. {_phone.Draw()}");

    private async Task PressDataAsync(string data)
    {
        var (id, content) = Shown()!.Value;
        _ = _phone.PressData(id, data);
        await NextAsync(content);
    }

    private bool Has(string label) => Shown()!.Value.Content.Keyboard!.Rows.Any(r => r.Any(b => b.Label == label));

    private async Task NextAsync(MessageContent? seen)
    {
        while (true)
        {
            var changed = _chat.Changed.Next();
            if (Shown() is { Content: var content } && !ReferenceEquals(content, seen))
            {
                Hear(content);
                return;
            }

            await changed.WaitAsync(Patience);
        }
    }

    private void Hear(MessageContent content)
    {
        foreach (var data in (content.Keyboard?.Rows ?? []).SelectMany(r => r).Select(b => b.Data).OfType<string>().DistinctBy(d => d[6..44]))
        {
            _needles.AddButton(data);
        }
    }

    private (int Id, MessageContent Content)? Shown()
    {
        lock (_chat.Gate)
        {
            return _chat.Messages.Values.LastOrDefault(m => m is { FromPerson: false, GoneFromPhone: false }) is { } screen ? (screen.Id, screen.Content) : null;
        }
    }
}
