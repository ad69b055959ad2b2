#if !DEBUG // Else nobody could debug it.
IntakeBot.Hardening.OwnProcess.Close();
#endif
return await IntakeBot.Cli.CommandLine.RunAsync(args);
