package cutover.twin.dns;

import java.util.List;
import java.util.Map;

/** The zones as they are when a world begins; addresses are of RFC 5737 and RFC 3849, names beside them RFC 2606's. */
final class Stock {

    static final String ROOT = "a.root-servers.example";
    static final List<String> PARENTS = List.of("a0.nic.example", "b0.nic.example");
    static final List<String> NEW = List.of("ns-1.awsdns-01.example", "ns-2.awsdns-02.example");
    static final List<String> OLD = List.of("ns1.codeforamerica.org", "ns2.codeforamerica.org");
    static final List<String> REGISTRAR = List.of("ns1.registrar.example", "ns2.registrar.example");
    static final List<String> RESOLVERS = List.of("resolver-1.example", "resolver-2.example", "resolver-3.example");

    static final String NEW_ZONE = "clearmyrecord.org.";
    static final String OLD_ZONE = "codeforamerica.org.";

    /** Where everything answers. */
    static final Map<String, String> ADDRESSES = Map.ofEntries(
            Map.entry(ROOT, "127.77.0.1"),
            Map.entry(PARENTS.get(0), "127.77.1.1"),
            Map.entry(PARENTS.get(1), "127.77.1.2"),
            Map.entry(NEW.get(0), "127.77.2.1"),
            Map.entry(NEW.get(1), "127.77.2.2"),
            Map.entry(OLD.get(0), "127.77.3.1"),
            Map.entry(OLD.get(1), "127.77.3.2"),
            Map.entry(REGISTRAR.get(0), "127.77.4.1"),
            Map.entry(REGISTRAR.get(1), "127.77.4.2"),
            Map.entry(RESOLVERS.get(0), "127.77.8.1"),
            Map.entry(RESOLVERS.get(1), "127.77.8.2"),
            Map.entry(RESOLVERS.get(2), "127.77.8.3"));

    static final long PARENT_TTL = 3600;
    static final long SHORT_TTL = 60;

    private static final String KEY =
            "p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDReh3ars4lTheTwinOnlyNotAKey0000000000000000000000000000000QIDAQAB";

    private Stock() {}

    static Zone root() {
        return Zone.of(
                        ".",
                        "@ 86400 SOA a.root-servers.example. hostmaster.example. 2026010100 1800 900 604800 86400",
                        "@ 86400 NS " + ROOT + ".",
                        ROOT + ". 86400 A " + ADDRESSES.get(ROOT))
                .with(delegation("org.", PARENTS))
                .with(delegation("example.", PARENTS))
                .with(addresses(PARENTS));
    }

    static Zone org() {
        return Zone.of("org.", soa(PARENTS.get(0), 900), "@ 3600 NS a0.nic.example.", "@ 3600 NS b0.nic.example.")
                .with(delegation(NEW_ZONE, NEW))
                .with(delegation(OLD_ZONE, OLD))
                .with(addresses(OLD));
    }

    /** Where the hosts of companies live. */
    static Zone example() {
        return Zone.of("example.", soa(PARENTS.get(0), 900), "@ 3600 NS a0.nic.example.", "@ 3600 NS b0.nic.example.")
                .with(addresses(List.of(ROOT)))
                .with(addresses(PARENTS))
                .with(addresses(NEW))
                .with(addresses(REGISTRAR))
                .with(addresses(RESOLVERS))
                .with(
                        "d111111abcdef8.cloudfront 60 A 198.51.100.10",
                        "d111111abcdef8.cloudfront 60 A 198.51.100.11",
                        "d111111abcdef8.cloudfront 60 AAAA 2001:db8:100::10",
                        "cmr-production.herokuapp 60 A 203.0.113.31",
                        "cmr-production.herokuapp 60 AAAA 2001:db8:200::31",
                        "cmr-production.rds 60 A 203.0.113.60",
                        "cmr-production.rds 60 AAAA 2001:db8:200::60",
                        "mxa.mailgun 300 A 198.51.100.50",
                        "mxb.mailgun 300 A 198.51.100.51",
                        "mail.registrar 300 A 203.0.113.50",
                        "include.mailgun 300 TXT \"v=spf1 ip4:198.51.100.0/24 ~all\"");
    }

    /** The zone of the new name, as the new platform has it. */
    static Zone fresh() {
        return Zone.of(
                        NEW_ZONE,
                        soa(NEW.get(0), 60),
                        "@ 60 A 198.51.100.20",
                        "@ 60 AAAA 2001:db8:100::20",
                        "www 60 CNAME d111111abcdef8.cloudfront.example.")
                .with(servers(NEW))
                .with(mail("mxa.mailgun.example.", "mxb.mailgun.example."))
                .with("@ 300 CAA 0 issue \"amazon.com\"");
    }

    /** The zone of the new name as the registrar still has it. */
    static Zone parked() {
        return Zone.of(
                        NEW_ZONE,
                        soa(REGISTRAR.get(0), 3600),
                        "@ 1800 A 203.0.113.80",
                        "www 1800 CNAME clearmyrecord.org.",
                        "@ 300 CAA 0 issue \"amazon.com\"")
                .with(servers(REGISTRAR))
                .with(mail("mxa.mailgun.example.", "mxb.mailgun.example."))
                .withSerial(2024010100L);
    }

    static Zone old() {
        return Zone.of(
                        OLD_ZONE,
                        soa(OLD.get(0), 300),
                        "@ 300 A 203.0.113.20",
                        "@ 300 AAAA 2001:db8:200::20",
                        "www 300 CNAME codeforamerica.org.",
                        "clearmyrecord 60 A 203.0.113.30",
                        "clearmyrecord 60 AAAA 2001:db8:200::30",
                        "www.clearmyrecord 60 CNAME clearmyrecord.codeforamerica.org.")
                .with(servers(OLD))
                .with(addresses(OLD))
                .with(mail("mxa.mailgun.example.", "mxb.mailgun.example."))
                .with("@ 300 CAA 0 issue \"letsencrypt.org\"");
    }

    static String[] delegation(String zone, List<String> servers) {
        return servers.stream()
                .map(server -> zone + " " + PARENT_TTL + " NS " + server + ".")
                .toArray(String[]::new);
    }

    /** Addresses of the servers that live inside the zone in which they are named. */
    static String[] glue(String zone, List<String> servers) {
        return addresses(servers.stream()
                .filter(ADDRESSES::containsKey)
                .filter(server -> Records.absolute(server).subdomain(Records.absolute(zone)))
                .toList());
    }

    private static String[] servers(List<String> names) {
        return names.stream().map(name -> "@ 3600 NS " + name + ".").toArray(String[]::new);
    }

    private static String[] addresses(List<String> names) {
        return names.stream()
                .map(name -> name + ". " + PARENT_TTL + " A " + ADDRESSES.get(name))
                .toArray(String[]::new);
    }

    private static String[] mail(String first, String second) {
        return new String[] {
            "@ 300 MX 10 " + first,
            "@ 300 MX 10 " + second,
            "@ 300 TXT \"v=spf1 include:include.mailgun.example ~all\"",
            "_dmarc 300 TXT \"v=DMARC1; p=none; rua=mailto:dmarc@codeforamerica.org\"",
            "k1._domainkey 300 TXT \"k=rsa; " + KEY + "\""
        };
    }

    private static String soa(String primary, long negative) {
        return "@ 900 SOA " + primary + ". hostmaster." + primary + ". 2026010100 7200 900 1209600 " + negative;
    }
}
