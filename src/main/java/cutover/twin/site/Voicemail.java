package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Params;
import cutover.twin.web.Letter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The mail about a recording. */
record Voicemail(Kit kit) {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yyyy h:mm a zzz", Locale.US);
    private static final String ELSEWHERE = "voicemail@example.net";

    /** What the vendor did not say is left blank. */
    Letter letter(Params form) {
        String time = TIME.format(kit.now().atZone(kit.on(Fault.VOICEMAIL_IN_UTC) ? UTC : PACIFIC));
        String link = kit.on(Fault.VOICEMAIL_WITHOUT_LINK)
                ? ""
                : form.get("RecordingUrl").orElse("");
        String text = "New voicemail from " + form.get("From").orElse("") + "\n\nReceived: " + time
                + "\n\nListen to the recording at\n    " + link;
        String to =
                kit.on(Fault.VOICEMAIL_ELSEWHERE) ? ELSEWHERE : kit.settings().voicemailTo();
        return Letter.plain(kit.settings().defaultSender(), to, "New voicemail " + time, text);
    }
}
