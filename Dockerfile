# syntax=docker/dockerfile:1
# docs/container.md says how to build and run it. For a release, pin both images by digest.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

FROM --platform=$BUILDPLATFORM ${SDK_IMAGE} AS build
ARG TARGETARCH
# CI: locked restore, and the same bytes whatever the folder is called.
ENV CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
WORKDIR /src

# What decides the packages comes first, so that a change of code does not restore them again.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY IntakeBot.Core/IntakeBot.Core.csproj IntakeBot.Core/packages.lock.json IntakeBot.Core/
COPY IntakeBot/IntakeBot.csproj IntakeBot/packages.lock.json IntakeBot/
RUN dotnet restore IntakeBot/IntakeBot.csproj -a $TARGETARCH --locked-mode

COPY .editorconfig BannedSymbols.txt ./
COPY config/ config/
COPY IntakeBot.Core/ IntakeBot.Core/
COPY IntakeBot/ IntakeBot/
# The analyzers have run in ./build; here they would take four of five minutes. No symbols: those of the generated pages hold a folder's name.
RUN dotnet publish IntakeBot/IntakeBot.csproj -c Release -a $TARGETARCH --self-contained false --no-restore -p:RunAnalyzers=false -p:DebugType=none -p:DebugSymbols=false -o /app

# The runtime image has no shell, so the data folder and its owner come from here.
RUN mkdir -p /owned && mkdir -m 700 /owned/data

FROM ${RUNTIME_IMAGE}
# No diagnostics socket, debugger, profiler or dump: a dump holds what a person just pressed.
ENV DOTNET_EnableDiagnostics=0 \
    DOTNET_EnableDiagnostics_IPC=0 \
    DOTNET_EnableDiagnostics_Debugger=0 \
    DOTNET_EnableDiagnostics_Profiler=0 \
    DOTNET_DbgEnableMiniDump=0
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID:$APP_UID /owned/ /
VOLUME /data
USER $APP_UID
ENTRYPOINT ["/app/intakebot"]
CMD ["serve", "--config", "/config", "--data", "/data"]
