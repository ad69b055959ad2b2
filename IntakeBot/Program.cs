return await IntakeBot.Cli.CommandLine.RunAsync(args);
