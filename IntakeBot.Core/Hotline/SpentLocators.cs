using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// Locators of finished conversations, in memory until the day before yesterday, so that a consent pressed again makes no second
/// intake. After a restart the worst is one empty intake.
/// </summary>
internal sealed class SpentLocators
{
    private readonly ConcurrentDictionary<Locator, byte> _spent = new();
    private int _swept;

    public static bool IsTooOld(Locator locator, Day today) => locator.Drawn.Number < today.Number - 1;

    public void Add(Locator locator, Day today)
    {
        if (Interlocked.Exchange(ref _swept, today.Number) != today.Number)
        {
            foreach (var old in _spent.Keys.Where(l => IsTooOld(l, today)))
            {
                _ = _spent.TryRemove(old, out _);
            }
        }

        _spent[locator] = 0;
    }

    public bool Contains(Locator locator) => _spent.ContainsKey(locator);
}
