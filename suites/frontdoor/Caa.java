package frontdoor;

import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.dns.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether an authority may issue a certificate for a name, according to the CAA records at the name or above it. */
final class Caa {

    private static final Pattern PROPERTY = Pattern.compile("(\\d+) (\\S+) \"(.*)\"");
    private static final int CRITICAL = 0x80;
    private static final Set<String> KNOWN =
            Set.of("issue", "issuewild", "iodef", "contactemail", "contactphone", "issuemail", "issuevmc");

    private final Workbench bench;

    Caa(Workbench bench) {
        this.bench = bench;
    }

    /** One property of a record. */
    private record Property(int flags, String tag, String value) {

        static Property of(Resource record) {
            Matcher parts = PROPERTY.matcher(record.data());
            return parts.matches()
                    ? new Property(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3))
                    : new Property(CRITICAL, record.data(), "");
        }

        /** Parameters after a semicolon concern the authority alone. */
        boolean names(String issuer) {
            return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(issuer.toLowerCase(Locale.ROOT));
        }
    }

    /** Adds whether the authority with that domain may issue for the name; {@code *.} before a name means all below it. */
    void judged(String issuer, String name) {
        bench.findings().add(mayIssue(issuer, name));
    }

    /** RFC 8659: the records closest to the name count, those above are not looked at then. */
    Finding mayIssue(String issuer, String name) {
        boolean wildcard = name.startsWith("*.");
        String at = wildcard ? name.substring(2) : name;
        while (!at.isEmpty()) {
            Sought sought = new Lookup(bench.outside()).of(at, "CAA");
            if (sought.found()) {
                return decided(issuer, name, at, wildcard, sought.records());
            }
            if (sought.kind() == Sought.Kind.NOBODY_ANSWERS) {
                return unanswered(issuer, name, at, sought);
            }
            if (sought.kind() == Sought.Kind.UNTOLD) {
                return untold(issuer, name, sought);
            }
            at = at.contains(".") ? at.substring(at.indexOf('.') + 1) : "";
        }
        return Finding.met("no CAA record restricts who may issue for " + name);
    }

    private static Finding decided(String issuer, String name, String at, boolean wildcard, List<Resource> records) {
        List<Property> properties = records.stream().map(Property::of).toList();
        List<Property> wild = tagged(properties, "issuewild");
        List<Property> counting = wildcard && !wild.isEmpty() ? wild : tagged(properties, "issue");
        boolean understood =
                properties.stream().allMatch(each -> each.flags() < CRITICAL || KNOWN.contains(each.tag()));
        boolean allowed = counting.isEmpty() || counting.stream().anyMatch(each -> each.names(issuer));
        String seen = records.stream().map(Resource::told).collect(Collectors.joining("\n"));
        return understood && allowed
                ? Finding.met("the CAA records at " + at + " let " + issuer + " issue for " + name)
                : Finding.unmet("the CAA records at " + at + " forbid " + issuer + " to issue for " + name)
                        .expected("a record issue \"" + issuer + "\", or no CAA record at all")
                        .butWas(seen)
                        .lookAt("config/environments, certificates, names, caa")
                        .toDo("add the record 0 issue \"" + issuer + "\" at " + at
                                + ": a certificate stays pending without it, and a later renewal fails");
    }

    private static List<Property> tagged(List<Property> properties, String tag) {
        return properties.stream().filter(each -> each.tag().equals(tag)).toList();
    }

    private static Finding unanswered(String issuer, String name, String at, Sought sought) {
        return Finding.unmet(
                        "nobody answers about CAA records at " + at + ": no authority issues for " + name + " then")
                .expected("an answer, with a record that names " + issuer + " or without any")
                .butWas(sought.name() + ": " + sought.detail())
                .toDo("make the name servers answer questions for type CAA");
    }

    private static Finding untold(String issuer, String name, Sought sought) {
        return Finding.unknown("whether " + issuer + " may issue for " + name + " can't be told")
                .expected("the CAA records at the name or above it")
                .because(sought.name() + ": " + sought.detail())
                .toDo("see whether this machine may ask any name server over UDP and TCP; then run again");
    }
}
