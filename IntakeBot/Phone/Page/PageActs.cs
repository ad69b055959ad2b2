namespace IntakeBot.Phone;

/// <summary>What a tap on the page, or a call from another process, makes a person do.</summary>
internal static class PageActs
{
    /// <summary>Returns false where there is no such act; what the phone would refuse throws.</summary>
    public static bool TryDo(PhonePerson person, string act, Arguments arguments)
    {
        switch (act)
        {
            case "start":
                _ = person.Start(arguments.Text("payload"));
                return true;
            case "type":
                _ = person.Type(arguments.Text("text") ?? "");
                return true;
            case "press":
                Press(person, arguments);
                return true;
            case "send":
                return TrySend(person, arguments);
            case "edit":
                _ = person.EditMessage(arguments.Number("message", otherwise: 0), arguments.Text("text") ?? "");
                return true;
            case "delete-chat":
                person.DeleteChat();
                return true;
            case "block":
                _ = person.Block();
                return true;
            case "unblock":
                _ = person.Unblock();
                return true;
            default:
                return false;
        }
    }

    /// <summary>By label, by place on a message, or, as a modified client could, by any data.</summary>
    private static void Press(PhonePerson person, Arguments arguments)
    {
        var id = arguments.Number("message", otherwise: 0);
        if (arguments.Text("label") is { } label)
        {
            _ = person.Press(label);
        }
        else if (arguments.Text("data") is { } data)
        {
            _ = person.PressData(id, data);
        }
        else
        {
            var button = person.Screen.FirstOrDefault(m => m.Id == id)?
                .Rows.ElementAtOrDefault(arguments.Number("row", otherwise: 0))?
                .ElementAtOrDefault(arguments.Number("column", otherwise: 0));
            _ = person.PressData(id, button?.Data ?? throw new InvalidOperationException("That button is no longer there."));
        }
    }

    private static bool TrySend(PhonePerson person, Arguments arguments)
    {
        int? update = arguments.Text("kind") switch
        {
            "photo" => person.SendPhoto(),
            "voice" => person.SendVoice(),
            "contact" => person.SendContact(),
            "location" => person.SendLocation(),
            "sticker" => person.SendSticker(),
            "document" => person.SendDocument(),
            _ => null,
        };
        return update is not null;
    }
}
