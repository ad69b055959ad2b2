using CsCheck;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>
/// One of a crowd: reads her phone and goes through the gate and the questions to Done, or erases; on the way back, away, into another
/// language, to old buttons, and some presses come twice, all as chance has it.
/// </summary>
internal sealed class Wanderer
{
    /// <summary>More than anybody needs.</summary>
    private const int MostActs = 300;

    private readonly Questionnaire _questionnaire;
    private readonly PhoneWorld _world;
    private readonly PCG _chance;
    private readonly HerAnswers _answers;
    private readonly List<string> _seen = [];
    private int _detours;
    private int _acts;
    private int _update;
    private int? _eraseAfter;
    private bool _beginsAnew;
    private bool _isIn;
    private bool _isThrough;
    private string? _oldButton;

    public Wanderer(Questionnaire questionnaire, PhoneWorld world, PCG chance)
    {
        (_questionnaire, _world, _chance) = (questionnaire, world, chance);
        Person = world.Join("Crowd");
        _answers = new(questionnaire.Main);
        _detours = Roll(7);
        _eraseAfter = Roll(6) == 0 ? 5 + Roll(20) : null;
        _beginsAnew = _eraseAfter is not null && Roll(2) == 0;
    }

    public PhonePerson Person { get; }

    /// <summary>What staff must read of her; null: nothing, she erased it.</summary>
    public string? Kept { get; private set; }

    public async Task WalkAsync()
    {
        Type("/start");
        while (await SeeAsync() is { } sight && (!_isThrough || _beginsAnew))
        {
            _seen.Add($"{sight.Words.Tag}.{sight.Screen?.ToString() ?? sight.Question!.Id}");
            Assert.True(++_acts <= MostActs, "She does not come to an end.");
            Redeliver();
            Act(sight);
        }
    }

    /// <summary>What she saw and did.</summary>
    public override string ToString() => string.Join(' ', _seen);

    private int Roll(int sides) => (int)_chance.Next((uint)sides);

    /// <summary>The screen, as soon as all she pressed is answered and one message of the bot stands alone.</summary>
    private async Task<Sight> SeeAsync()
    {
        var screen = await Person.WaitForScreenAsync(s => Person.Spinners.Count == 0 && s is [{ FromPerson: false }], Taps.Patience);
        return Sight.Of(_questionnaire, screen[0]) ?? throw new InvalidOperationException($"Nobody knows this screen. {Person.Draw()}");
    }

    private void Act(Sight sight)
    {
        switch (sight.Screen)
        {
            case null: Asked(sight, sight.Question!); break;
            case ScreenName.Language: Press(sight.Message, _questionnaire.Languages[Roll(_questionnaire.Languages.Count)].Name); break;
            case ScreenName.Safe: Press(sight, Any(ButtonName.SafeYes, 8, ButtonName.SafeNotSure, ButtonName.SafeNo, ButtonName.Language, ButtonName.More, ButtonName.Hide)); break;
            case ScreenName.Others: Assert.False(_isIn, "Her intake is there, but she is led to a new one."); Press(sight, Any(ButtonName.OthersNo, 2, ButtonName.OthersYes, ButtonName.OthersUnknown)); break;
            case ScreenName.Consent: _isIn = true; Press(sight, ButtonName.Consent); break;
            case ScreenName.Cover: Press(sight, ButtonName.Cover); break;
            case ScreenName.Erase: Erase(sight); break;
            case ScreenName.Finish: Finish(sight); break;
            case ScreenName.Code: TakeCode(sight); break;
            case ScreenName.Menu: Press(sight, Any(ButtonName.Back, 2, ButtonName.Really)); break;
            case ScreenName.Really or ScreenName.ReallyNone: Press(sight, ButtonName.Back); break;
            case ScreenName.NotSure: Press(sight, ButtonName.Again); break;
            case ScreenName.Erased or ScreenName.End: BeginAnew(sight); break;
            default: Press(sight, ButtonName.Continue); break;
        }
    }

    private void Asked(Sight sight, Question question)
    {
        if (_acts > _eraseAfter)
        {
            Press(sight, ButtonName.Erase);
        }
        else if (_detours > 0 && Roll(3) == 0)
        {
            _detours--;
            Stray(sight);
        }
        else
        {
            Answer(sight, question);
        }
    }

    /// <summary>Whatever is done here, no answer may change by it.</summary>
    private void Stray(Sight sight)
    {
        switch (Roll(9))
        {
            case 0: Press(sight, ButtonName.Hide); break;
            case 1: Type("/hide"); break;
            case 2: Type("/start"); break;
            case 3: Type("words"); break;
            case 4: _ = Person.SendPhoto(); break;
            case 5: Press(sight, ButtonName.Erase); break;
            case 6: Press(sight, ButtonName.More); break;
            case 7 when _oldButton is not null: _ = Person.PressData(sight.Message.Id, _oldButton); break;
            case var _ when sight.Has(ButtonName.Back): Press(sight, ButtonName.Back); break;
            default: break;
        }
    }

    private void Answer(Sight sight, Question question)
    {
        int[] ticked = [.. Enumerable.Range(0, question.Options.Count).Where(sight.IsTicked)];
        var option = Roll(question.Options.Count);
        if (ticked.Length > 0 && Roll(2) == 0)
        {
            Press(sight, ButtonName.Next);
        }
        else if (ticked.Length == 0 && Roll(8) == 0)
        {
            _answers.Choose(question);
            Press(sight, ButtonName.Skip);
        }
        else
        {
            _answers.Choose(question, [.. question.Many && !question.Options[option].Alone ? ticked.Contains(option) ? ticked.Except([option]) : ticked.Append(option) : [option]]);
            Press(sight.Message, sight.LabelOf(option));
        }

        var other = sight.LabelOf(Roll(question.Options.Count));
        _oldButton = sight.Message.Buttons.First(b => b.Label == other).Data;
    }

    private void Finish(Sight sight)
    {
        if (_eraseAfter is null && Roll(6) > 0)
        {
            Press(sight, ButtonName.Done);
        }
        else
        {
            Press(sight, _eraseAfter is null ? ButtonName.Back : ButtonName.Erase);
        }
    }

    /// <summary>Mostly she picks the last group of her number; now and then another, or wants none.</summary>
    private void TakeCode(Sight sight)
    {
        if (_detours > 0 && Roll(3) == 0)
        {
            _detours--;
            Stray(sight);
            return;
        }

        var group = sight.Message.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == 20)[^4..];
        if (Roll(8) == 0)
        {
            Press(sight.Message, sight.Message.Buttons.First(b => b.Label.All(char.IsAsciiDigit) && b.Label != group).Label);
            return;
        }

        Kept = $"{sight.Words.Tag} {_answers}";
        _isThrough = true;
        Press(sight.Message, Roll(6) == 0 ? sight.Words.Buttons[ButtonName.NoNumber] : group);
    }

    private void Erase(Sight sight)
    {
        if (_eraseAfter is null || _acts <= _eraseAfter)
        {
            Press(sight, ButtonName.Back);
            return;
        }

        _answers.Forget();
        (_oldButton, _eraseAfter, _isIn, _isThrough) = (null, null, false, true);
        Press(sight, ButtonName.EraseYes);
    }

    private void BeginAnew(Sight sight)
    {
        Assert.True(_isThrough, "What was hers is lost.");
        (_beginsAnew, _isThrough) = (false, false);
        Press(sight, ButtonName.Again);
    }

    /// <summary>Mostly the first.</summary>
    private ButtonName Any(ButtonName mostly, int weight, params ButtonName[] others) => Roll(weight + others.Length) is var roll && roll < others.Length ? others[roll] : mostly;

    private void Press(Sight sight, ButtonName name) => Press(sight.Message, sight.Words.Buttons[name]);

    /// <summary>Now and then the thumb taps twice.</summary>
    private void Press(PhoneMessage message, string label)
    {
        var data = message.Buttons.First(b => b.Label == label).Data!;
        Deliver(Person.PressData(message.Id, data), $"[{label}]");
        if (Roll(8) == 0)
        {
            Deliver(Person.PressData(message.Id, data), "twice");
        }
    }

    private void Type(string text) => Deliver(Person.Type(text), text);

    /// <summary>Now and then Telegram delivers it twice.</summary>
    private void Deliver(int update, string what)
    {
        _seen.Add(what);
        _update = update;
        if (Roll(16) == 0)
        {
            _ = _world.Duplicate(update);
            _seen.Add("duplicated");
        }
    }

    /// <summary>Now and then it comes once more after it was confirmed.</summary>
    private void Redeliver()
    {
        if (Roll(16) == 0)
        {
            _world.Redeliver(_update);
            _seen.Add("redelivered");
        }
    }
}
