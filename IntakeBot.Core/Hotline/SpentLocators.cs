using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// Locators of finished conversations, in memory until the day before yesterday, so that a consent pressed again makes no second
/// intake. After a restart the worst is one empty intake.
/// </summary>
internal sealed class SpentLocators
{
    private readonly ConcurrentDictionary<Locator, StepKey?> _spent = new();
    private int _swept;

    public static bool IsTooOld(Locator locator, Day today) => locator.Drawn.Number < today.Number - 1;

    /// <param name="locator">Whose conversation is over.</param>
    /// <param name="today">Counts the days that it is remembered.</param>
    /// <param name="last">k of the button that ended it.</param>
    public void Add(Locator locator, Day today, StepKey? last = null)
    {
        if (Interlocked.Exchange(ref _swept, today.Number) != today.Number)
        {
            foreach (var old in _spent.Keys.Where(l => IsTooOld(l, today)))
            {
                _ = _spent.TryRemove(old, out _);
            }
        }

        _spent[locator] = last;
    }

    /// <summary>True for the button that ended the conversation, tapped twice or delivered again.</summary>
    public bool IsEcho(Locator locator, StepKey key) => _spent.TryGetValue(locator, out var last) && last == key;

    public bool Contains(Locator locator) => _spent.ContainsKey(locator);
}
