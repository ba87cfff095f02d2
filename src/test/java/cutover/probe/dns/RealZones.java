package cutover.probe.dns;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A root, what is below it, and a zone of the shapes that matter, as a master file has them and as they must be read. */
final class RealZones {

    static final String ZONE = "clearmyrecord.org";
    static final String SIGNED = "codeforamerica.org";
    /** Serves root, org and example, as the records have it. */
    static final String PARENT = "192.0.2.1";
    /** Serves the two zones, as the records have it. */
    static final String CHILD = "192.0.2.2";
    /** 1,500 bytes: more than one datagram holds. */
    static final String LONG = "x".repeat(250).concat("y".repeat(250)).repeat(3);

    private static final String PARENT_SOA =
            "@ 86400 IN SOA a.servers.example. hostmaster.example. 2026010100 1800 900 604800 86400";

    /** One record: its line, and what {@link Resource#told()} says of it. */
    record Row(String line, String told) {

        Question question() {
            String[] fields = told.split(" ", 4);
            return new Question(fields[0], fields[2]);
        }
    }

    static final List<Row> ROWS = List.of(
            new Row(
                    "@ 900 SOA ns1 hostmaster.clearmyrecord.org. 2026010100 7200 900 1209600 60",
                    "clearmyrecord.org 900 SOA ns1.clearmyrecord.org hostmaster.clearmyrecord.org 2026010100 7200 900 1209600 60"),
            new Row("@ 3600 NS ns1", "clearmyrecord.org 3600 NS ns1.clearmyrecord.org"),
            new Row("@ 3600 NS NS2.Servers.Example.", "clearmyrecord.org 3600 NS ns2.servers.example"),
            new Row("ns1 3600 A " + CHILD, "ns1.clearmyrecord.org 3600 A " + CHILD),
            new Row("@ 60 A 198.51.100.20", "clearmyrecord.org 60 A 198.51.100.20"),
            new Row("@ 60 A 198.51.100.21", "clearmyrecord.org 60 A 198.51.100.21"),
            new Row("@ 60 AAAA 2001:0DB8:0100:0:0::20", "clearmyrecord.org 60 AAAA 2001:db8:100::20"),
            new Row("www 60 CNAME front.cloud.example.", "www.clearmyrecord.org 60 CNAME front.cloud.example"),
            new Row("home 60 CNAME @", "home.clearmyrecord.org 60 CNAME clearmyrecord.org"),
            new Row("@ 300 MX 10 mxa.mail.example.", "clearmyrecord.org 300 MX 10 mxa.mail.example"),
            new Row("@ 300 MX 20 mxb.mail.example.", "clearmyrecord.org 300 MX 20 mxb.mail.example"),
            new Row(
                    "@ 300 TXT \"v=spf1 include:mail.example ~all\"",
                    "clearmyrecord.org 300 TXT v=spf1 include:mail.example ~all"),
            new Row(
                    "@ 300 TXT \"semi;colon \\\"quoted\\\" back\\\\slash \\195\\188\"",
                    "clearmyrecord.org 300 TXT semi;colon \"quoted\" back\\\\slash \\195\\188"),
            new Row(
                    "k1._domainkey 300 TXT \"k=rsa; p=MIGf\" \"MA0GCSqG\" \"SIb3\"",
                    "k1._domainkey.clearmyrecord.org 300 TXT k=rsa; p=MIGfMA0GCSqGSIb3"),
            new Row("long 300 TXT " + strings(LONG), "long.clearmyrecord.org 300 TXT " + LONG),
            new Row("@ 300 CAA 0 issue \"amazon.com\"", "clearmyrecord.org 300 CAA 0 issue \"amazon.com\""),
            new Row(
                    "@ 300 CAA 128 iodef \"mailto:ca@example.org\"",
                    "clearmyrecord.org 300 CAA 128 iodef \"mailto:ca@example.org\""),
            new Row(
                    "_imaps._tcp 300 SRV 0 1 993 Mail.Example.",
                    "_imaps._tcp.clearmyrecord.org 300 SRV 0 1 993 mail.example"),
            new Row("*.any 60 A 198.51.100.99", "*.any.clearmyrecord.org 60 A 198.51.100.99"),
            new Row("only.deeper 60 A 198.51.100.98", "only.deeper.clearmyrecord.org 60 A 198.51.100.98"));

    private RealZones() {}

    private static String strings(String text) {
        return Stream.iterate(0, at -> at < text.length(), at -> at + 250)
                .map(at -> '"' + text.substring(at, at + 250) + '"')
                .collect(Collectors.joining(" "));
    }

    static String[] lines() {
        return ROWS.stream().map(Row::line).toArray(String[]::new);
    }

    /** What is asked for all rows, and all that must be answered. */
    static Map<Question, List<String>> sets() {
        return ROWS.stream()
                .collect(Collectors.groupingBy(Row::question, Collectors.mapping(Row::told, Collectors.toList())));
    }

    /** All rows, and what is not there. */
    static List<Question> questions() {
        Stream<Question> missing = Stream.of(
                new Question("no-such." + ZONE, "A"),
                new Question("no.such." + ZONE, "TXT"),
                new Question("deeper." + ZONE, "A"),
                new Question("*.deeper." + ZONE, "A"),
                new Question(ZONE, "DS"),
                new Question(ZONE, "NAPTR"),
                new Question("one.any." + ZONE, "A"),
                new Question("one.any." + ZONE, "MX"),
                new Question("of.one.any." + ZONE, "A"),
                new Question("any." + ZONE, "A"),
                new Question("www." + ZONE, "A"),
                new Question("home." + ZONE, "A"),
                new Question("home." + ZONE, "SRV"),
                new Question("elsewhere.example.net", "A"));
        return Stream.concat(sets().keySet().stream(), missing).toList();
    }

    /** Records as {@link Resource#fact()} tells them, in order. */
    static Set<String> facts(List<String> told) {
        return told.stream()
                .map(each -> each.replaceFirst(" \\d+ ", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String[] root() {
        return new String[] {
            PARENT_SOA,
            "@ 86400 NS a.servers.example.",
            "org. 3600 NS a.servers.example.",
            "example. 3600 NS a.servers.example.",
            "a.servers.example. 3600 A " + PARENT
        };
    }

    static String[] org() {
        return new String[] {
            PARENT_SOA,
            "@ 3600 NS a.servers.example.",
            "clearmyrecord 3600 NS ns1.clearmyrecord",
            "clearmyrecord 3600 NS ns2.servers.example.",
            "ns1.clearmyrecord 3600 A " + CHILD,
            "codeforamerica 3600 NS ns2.servers.example."
        };
    }

    static String[] example() {
        return new String[] {
            PARENT_SOA,
            "@ 3600 NS a.servers.example.",
            "a.servers 3600 A " + PARENT,
            "ns2.servers 3600 A " + CHILD,
            "front.cloud 60 A 198.51.100.10",
            "front.cloud 60 AAAA 2001:db8:100::10"
        };
    }

    static String[] signed() {
        return new String[] {
            "@ 900 SOA ns2.servers.example. hostmaster.example. 2026010100 7200 900 1209600 300",
            "@ 3600 NS ns2.servers.example.",
            "@ 300 A 203.0.113.20",
            "@ 300 TXT \"v=spf1 -all\"",
            "*.any 300 A 203.0.113.99"
        };
    }
}
