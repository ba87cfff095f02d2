package cutover.twin.tls;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The versions of TLS that a server speaks, at least one. */
public record Versions(Set<Version> spoken) {

    /** What servers speak that are looked after. */
    public static final Versions USUAL = of("TLSv1.2", "TLSv1.3");

    public Versions {
        if (spoken.isEmpty()) {
            throw new IllegalArgumentException("a server that speaks no version of TLS is a door that is shut");
        }
        spoken = Set.copyOf(spoken);
    }

    /**
     * @param titles as in Java, "TLSv1.2"
     * @throws IllegalArgumentException for none, or for one that is none
     */
    public static Versions of(String... titles) {
        Set<Version> spoken = EnumSet.noneOf(Version.class);
        Arrays.stream(titles).map(Version::named).forEach(spoken::add);
        return new Versions(spoken);
    }

    /**
     * Names of those that the JDK is to speak. Never empty: where only old ones are spoken, it is the JDK that refuses
     * whom they don't suit.
     */
    public List<String> modern() {
        List<String> modern = spoken.stream()
                .filter(each -> !each.old())
                .map(Version::title)
                .sorted()
                .toList();
        return modern.isEmpty() ? List.of(Version.TLS_1_2.title()) : modern;
    }

    public boolean anyOld() {
        return spoken.stream().anyMatch(Version::old);
    }

    /** The old version in which such a hello is answered; empty when it is for the JDK to answer. */
    Optional<Version> oldFor(ClientHello hello) {
        boolean beyond = hello.version() >= Version.TLS_1_2.number();
        if (beyond && spoken.stream().anyMatch(each -> !each.old())) {
            return Optional.empty();
        }
        return spoken.stream()
                .filter(each -> each.old() && each.number() <= hello.version())
                .max(Comparator.naturalOrder());
    }
}
