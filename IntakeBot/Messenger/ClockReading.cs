namespace IntakeBot.Messenger;

/// <summary>Passes calls on, and holds the Date header of the latest answer against our clock.</summary>
internal sealed class ClockReading(HttpMessageHandler way, TimeProvider time) : DelegatingHandler(way)
{
    /// <summary>How much we are ahead, to the second; null: no answer has said.</summary>
    public TimeSpan? Ahead { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        Ahead = answer.Headers.Date is { } theirs ? time.GetUtcNow() - theirs : Ahead;
        return answer;
    }
}
