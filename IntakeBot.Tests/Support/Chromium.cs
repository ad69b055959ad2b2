using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace IntakeBot.Tests.Support;

/// <summary>A real browser without a window and with a profile of its own.</summary>
internal sealed class Chromium : IDisposable
{
    private const string Browser = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";

    /// <summary>Of a page that changes in that moment.</summary>
    private static readonly Type[] PassingFaults =
    [
        typeof(StaleElementReferenceException), typeof(NoSuchElementException), typeof(ElementClickInterceptedException), typeof(ElementNotInteractableException),
        typeof(UnknownErrorException), typeof(JavaScriptException),
    ];

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("intakebot-browser-");
    private readonly ChromeDriverService _service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));

    private bool _isClosed;

    private Chromium() => Page = new(_service, Options());

    public ChromeDriver Page { get; }

    /// <summary>All that it writes down.</summary>
    public string Profile => _profile.FullName;

    /// <summary>Skips the test where there is none.</summary>
    public static Chromium Start()
    {
        SkipWithout();
        return new();
    }

    public static void SkipWithout() => Assert.SkipUnless(
        File.Exists(Browser) && File.Exists(Driver),
        "Needs a browser: apt-get install chromium chromium-driver fonts-noto-cjk");

    /// <param name="width">In pixels, as the height.</param>
    /// <param name="height">Of what is to be seen.</param>
    /// <param name="mobile">True: as a phone shows a page.</param>
    public void Resize(int width, int height, bool mobile = true) => _ = Page.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new()
    {
        ["width"] = width,
        ["height"] = height,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = mobile,
    });

    /// <summary>Where two browsers share two processors with all else, twenty seconds were too few.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public void Until(string what, Func<bool> holds)
    {
        var wait = new WebDriverWait(Page, Patience)
        {
            Message = what,
            PollingInterval = TimeSpan.FromMilliseconds(20),
        };
        wait.IgnoreExceptionTypes(PassingFaults);
        _ = wait.Until(_ => holds());
    }

    /// <summary>As its person closes it: what it wrote down stays until it is disposed.</summary>
    public void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            Page.Dispose();
            _service.Dispose();
        }
    }

    public void Dispose()
    {
        Close();
        _profile.Delete(recursive: true);
    }

    private ChromeOptions Options()
    {
        var options = new ChromeOptions { BinaryLocation = Browser };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--window-size=1300,1000", "--force-prefers-reduced-motion",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={_profile.FullName}");
        options.SetLoggingPreference(LogType.Browser, LogLevel.Warning);
        return options;
    }
}
