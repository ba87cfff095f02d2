package cutover.provider.twilio;

/** One thing that is set at a number, or at an application that several numbers share. */
public enum Wire {
    VOICE_URL,
    /** GET or POST */
    VOICE_METHOD,
    VOICE_FALLBACK_URL,
    STATUS_CALLBACK,
    /** SID of the application that takes the calls, {@code AP…}; only a number has it */
    VOICE_APPLICATION
}
