using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IntakeBot.Desk;

/// <summary>What lets one browser in, and nobody else who can reach the loopback port.</summary>
internal sealed class DeskKey
{
    private const int Size = 32;

    private readonly Lock _gate = new();
    private string? _link = Draw();
    private string _cookie = Draw();

    /// <summary>
    /// First part of every path. Cookies do not tell ports apart, paths they do: another program's page on this machine never gets this desk's
    /// cookie, because it cannot name the path.
    /// </summary>
    public string Base { get; } = $"/{Draw()}";

    /// <summary>Null once somebody came in by it.</summary>
    public string? Link
    {
        get
        {
            lock (_gate)
            {
                return _link;
            }
        }
    }

    public string Cookie
    {
        get
        {
            lock (_gate)
            {
                return _cookie;
            }
        }
    }

    /// <summary>True once.</summary>
    public bool Enter(string link)
    {
        lock (_gate)
        {
            if (_link is null || !Same(_link, link))
            {
                return false;
            }

            _link = null;
            return true;
        }
    }

    public bool Admits(string? cookie) => cookie is not null && Same(Cookie, cookie);

    /// <summary>Who had the cookie of before has to be let in anew: at each unlocking.</summary>
    public void Renew()
    {
        lock (_gate)
        {
            _cookie = Draw();
        }
    }

    public override string ToString() => nameof(DeskKey);

    private static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size));

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
