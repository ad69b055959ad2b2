using System.Text;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Questionnaires;

/// <summary>A small valid config folder in a temporary place, to plant faults in.</summary>
internal sealed class SmallFolder : IDisposable
{
    public const string Main = "questionnaire.yaml";
    public const string English = "languages/en.yaml";
    public const string Quiet = "languages/quiet/en.yaml";

    private const string MainText = """
        format: 1
        languages: [en]
        forms:
          - id: help
            desk: hotline
            questions:
              - id: danger
                slot: S01
                options: [{id: today, danger: true}, not_now]
              - id: who
                slot: S02
                options: [me, {id: child, raises: child}]
              - id: age
                slot: S03
                when: not child
                choose: any
                options: [young, old]
              - id: free
                slot: S04
                options: [go, stay]

        """;

    private const string EnglishText = """
        language: en
        name: English
        draft: true
        reviewed_by: []
        screens:
          language: Language
          safe: Alone?
          not_sure: Tips
          limits: Limits
          consent: Rules
          danger: Leave
          finish: Finish
          done: Thanks
          end: End
          cover: 1 kg = 2 jin
          buttons_only: Only buttons
          later: Later
          others: Other phones?
          others_how: Look there
          erase: Erase all?
          erased: Erased
          menu: Menu
          really: "Words: {phrase}"
          really_none: No words
          numbers: Country?
          numbers_call: Calls stay
          closed: Closed
          note: Write?
          note_taken: Taken
          note_refused: Not kept
          note_too_long: Too long
          code: "Number: {code}"
          code_new: "New number: {code}"
          code_wrong: Not these
          code_ask: Type it
          code_mistyped: Mistyped
          code_later: Another time
          code_changed: Changed
          no_answer: No answer
          told: Told
          own: What?
          erase_all: All of it?
          complaint: Door?
        buttons:
          hide: Hide
          skip: Skip
          back: Back
          next: Next
          safe_yes: "Yes"
          safe_not_sure: Not sure
          safe_no: "No"
          continue: Go on
          consent: Start
          done: Done
          again: Again
          cover: Turn
          others_no: Only here
          others_yes: There too
          others_unknown: Unknown
          erase: Erase
          erase_yes: Erase all
          language: Other words
          more: More
          really: Really?
          kept: Kept
          numbers: Numbers
          no_number: No number
          number: Number
          read: Have read
          answer_yes: Answer yes
          answer_no: Answer no
          answer_not_now: Answer later
          answer_stop: Stop
          tell_more: Tell more
          new_number: New number
          complaint: Somebody here
          complaint_yes: Tell it
          return: Return
        questions:
          danger:
            text: Danger?
            options: {today: Today, not_now: Not now}
          who:
            text: Who?
            options: {me: Me, child: Child}
          age:
            text: Age?
            options: {young: Young, old: Old}
          free:
            text:
              - when: child
                text: Can the child go?
              - text: Can you go?
            options: {go: Go, stay: Stay}
        kept:
          title: Kept
          sealed_answers: Answers
          staff_keys: Keys
          open_conversation: Conversation
          random_names: Names
          last_day: "{days} days"
          replies: "{days} days more"
          case_events: "{days} days noted"
          tombstone: "{days} days less"
          not_kept: Not kept
          memory: Memory
          read: Read
          erase: Take away
          telegram: Telegram
          privacy_title: Privacy
          run_by: "By {name}"
          contact: "Ask {contact}"
          telegram_rules: Rules

        """;

    private const string QuietText = """
        language: en
        draft: true
        reviewed_by: []
        screens:
          safe: Free now?
          erase: Clear all?
          erased: Cleared
        buttons:
          hide: Close
          erase: Clear
          erase_yes: Clear all
        questions:
          danger:
            text: Urgent?

        """;

    public SmallFolder()
    {
        Root = Directory.CreateTempSubdirectory("questionnaire").FullName;
        Directory.CreateDirectory(Path.Combine(Root, "languages"));
        Write(Main, MainText);
        Write(English, EnglishText);
    }

    /// <summary>The same with quiet words.</summary>
    public static SmallFolder WithQuiet()
    {
        var folder = new SmallFolder();
        folder.Write(Quiet, QuietText);
        return folder;
    }

    public string Root { get; }

    public string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
        File.WriteAllBytes(Path.Combine(Root, file), bytes);
    }

    public void Delete(string file) => File.Delete(Path.Combine(Root, file));

    /// <summary>Replaces the first occurrence, which must exist.</summary>
    public void Plant(string file, string old, string planted)
    {
        var text = Text(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no \"{old}\"");
        Write(file, text[..at] + planted + text[(at + old.Length)..]);
    }

    public Checked<Questionnaire> Read() => QuestionnaireFolder.Read(Root);

    /// <summary>The problems as an operator sees them, a line each.</summary>
    public string Problems() => string.Join('\n', Read().Problems);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
