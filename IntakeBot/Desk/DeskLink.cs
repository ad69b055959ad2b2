using System.Diagnostics;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>
/// Brings a browser to the desk without the secret on a command line, which everybody on the machine can list: a file that only its owner may
/// read leads there.
/// </summary>
internal static class DeskLink
{
    public static void Write(string file, Uri address, DeskKey key)
    {
        var target = $"{address.GetLeftPart(UriPartial.Authority)}{key.Base}{DeskPaths.Enter}/{key.Link}";
        var page = $"<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><meta http-equiv=\"refresh\" content=\"0;url={target}\"><title>IntakeBot</title>\n";
        File.Delete(file);
        WholeFile.Create(file, Encoding.ASCII.GetBytes(page), secret: true);
    }

    /// <summary>False where there is no browser to start.</summary>
    public static bool TryOpen(string file)
    {
        try
        {
            using var browser = Process.Start(OperatingSystem.IsLinux()
                ? new ProcessStartInfo("xdg-open", [file]) { RedirectStandardError = true, RedirectStandardOutput = true }
                : new ProcessStartInfo(file) { UseShellExecute = true });
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
