using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Natives are looked for beside the program and in the system's folders, never in the current directory.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
[assembly: DisableRuntimeMarshalling]
