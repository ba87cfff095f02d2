package frontdoor;

import cutover.environment.front.Certificates;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.FanOut;
import cutover.probe.tls.ProtocolAnswer;
import cutover.probe.tls.Refused;
import cutover.probe.tls.SentCertificate;
import cutover.probe.tls.Shaken;
import cutover.probe.tls.TlsObservation;
import cutover.probe.tls.TlsProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one name shows at each of its places: each different chain is judged once, with all places that show it. */
final class SpotsOfName {

    private static final int AT_ONCE = 8;
    // one to look, and one for each version of TLS
    private static final int HANDSHAKES = 5;

    private final Workbench bench;
    private final Certificates certificates;
    private final Certificates.Name name;
    private final List<Spot> spots;
    private final TlsProbe tls;

    SpotsOfName(Workbench bench, Certificates certificates, Certificates.Name name, List<Spot> spots) {
        this.bench = bench;
        this.certificates = certificates;
        this.name = name;
        this.spots = spots;
        this.tls = bench.outside().tls();
    }

    void judged() {
        Map<Spot, Shaken> shaken = new LinkedHashMap<>();
        Map<Spot, Refused> refused = new LinkedHashMap<>();
        List<SpotSeen> looks = looks();
        looks.forEach(look ->
                look.seen().fold(shown -> shaken.put(look.spot(), shown), none -> refused.put(look.spot(), none)));
        new RefusedHandshakes(bench.findings()::add, name.name()).judged(refused, shaken.isEmpty());
        Map<List<SentCertificate>, List<Spot>> chains = alike(shaken, Shaken::chain);
        chains.values().forEach(same -> chain(shaken.get(same.get(0)), same));
        remember(shaken.values());
        new OldCertificate(bench, name).tell(shaken, refused);
        new VersionRules(bench.findings(), certificates, name.name()).judged(looks);
        theSameEverywhere(shaken);
    }

    private List<SpotSeen> looks() {
        Duration exchange = bench.environment().deadlines().exchange();
        int rounds = (spots.size() + AT_ONCE - 1) / AT_ONCE;
        return new FanOut(AT_ONCE, exchange.multipliedBy(2L * HANDSHAKES * Math.max(1, rounds)))
                .each(spots, this::look, (spot, why) -> new SpotSeen(spot, late(spot, why), List.of()));
    }

    private SpotSeen look(Spot spot) {
        TlsObservation seen = tls.look(name.name(), spot.reach());
        List<ProtocolAnswer> versions = seen.fold(shown -> tls.protocols(name.name(), spot.reach()), none -> List.of());
        return new SpotSeen(spot, seen, versions);
    }

    private Refused late(Spot spot, String why) {
        return new Refused(
                name.name(),
                spot.reach(),
                bench.clock().instant(),
                Duration.ZERO,
                List.of(),
                Refused.Kind.OWN_TROUBLE,
                name.name() + " was not looked at: " + why,
                Optional.empty());
    }

    private void chain(Shaken shown, List<Spot> same) {
        new ChainRules(bench, certificates, name, same).judged(shown, tls.verdict(shown));
        new StapleRules(bench, name, same).judged(shown);
    }

    /** The first day on which one of them runs out; days left would be others each night. */
    private void remember(Collection<Shaken> shaken) {
        String key = "tls " + name.name() + (name.at().isEmpty() ? "" : " at " + String.join(", ", name.at()));
        shaken.stream()
                .map(each -> tls.verdict(each).until())
                .min(Comparator.naturalOrder())
                .ifPresent(until -> bench.remember(key + " valid until", until.toString()));
        String issuers = shaken.stream()
                .map(each -> each.own().issuer())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" | "));
        if (!issuers.isEmpty()) {
            bench.remember(key + " issuer", issuers);
        }
    }

    private void theSameEverywhere(Map<Spot, Shaken> shaken) {
        Map<SentCertificate, List<Spot>> own = alike(shaken, Shaken::own);
        if (shaken.size() > 1) {
            String seen = own.entrySet().stream()
                    .map(each -> told(each.getValue()) + ": " + each.getKey().told() + ", serial "
                            + each.getKey().serial())
                    .collect(Collectors.joining("\n"));
            bench.findings()
                    .expect(
                            own.size() == 1,
                            name.name() + " shows the same certificate at all " + shaken.size() + " addresses",
                            Finding.unmet(name.name() + " shows different certificates at its addresses")
                                    .expected("the same certificate at " + told(spots))
                                    .butWas(seen)
                                    .toDo(
                                            "install the same one where it differs; while a renewed one is being rolled out,"
                                                    + " wait an hour and run again"));
        }
    }

    private static <T> Map<T, List<Spot>> alike(Map<Spot, Shaken> shaken, Function<Shaken, T> what) {
        return shaken.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> what.apply(each.getValue()),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    static String told(List<Spot> spots) {
        return spots.stream().map(Spot::told).collect(Collectors.joining(", "));
    }
}
