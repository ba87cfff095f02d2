package frontdoor;

import cutover.probe.dns.NameServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers in messages: all answer at the same port, so that it says nothing. */
final class Who {

    private static final Pattern WITH_PORT = Pattern.compile("(.+) \\(\\[?(.+?)]?:\\d+\\)");

    private Who() {}

    /** "ns1.example.org (192.0.2.1)", "ns1.example.org (2001:db8::1)". */
    static String told(NameServer server) {
        Matcher told = WITH_PORT.matcher(server.told());
        return told.matches() ? told.group(1) + " (" + told.group(2) + ")" : server.told();
    }
}
