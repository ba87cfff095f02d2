package frontdoor;

import cutover.probe.http.RawAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The hops of one chain so far, and what is wrong with them; of one thread. */
final class Trail {

    private final List<Hop> hops = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    void add(Hop hop) {
        hops.add(hop);
    }

    /** @param says goes on after the address at which the chain begins, see {@link #place} */
    void trouble(Trouble.Kind kind, String says, String expected) {
        troubles.add(new Trouble(kind, hops.size(), says, expected));
    }

    int length() {
        return hops.size();
    }

    List<Hop> hops() {
        return List.copyOf(hops);
    }

    Hop first() {
        return hops.get(0);
    }

    boolean visited(RawAddress address) {
        return hops.stream().anyMatch(hop -> hop.asked().equals(address));
    }

    /** Whether it ends at somebody who sends nobody on. */
    boolean stops() {
        return troubles().stream().anyMatch(trouble -> trouble.kind() == Trouble.Kind.NOT_SENT_ON);
    }

    /** ", hop 2 (https://www.example.org), " after the address at which it begins; a blank for the first hop. */
    String place() {
        return hops.size() == 1 ? " " : ", " + hop() + ", ";
    }

    /** "hop 2 (https://www.example.org)". */
    String hop() {
        return "hop " + hops.size() + " (" + hops.get(hops.size() - 1).asked().origin() + ")";
    }

    /** Where the way goes wrong first, and all about what browsers keep; a circle is the worst wherever it closes. */
    List<Trouble> troubles() {
        Optional<Trouble> worst = troubles.stream()
                .filter(trouble -> trouble.kind().ofTheWay())
                .min(Comparator.comparing((Trouble trouble) -> trouble.kind() != Trouble.Kind.LOOP)
                        .thenComparing(Trouble::hop)
                        .thenComparing(Trouble::kind));
        return Stream.concat(
                        worst.stream(),
                        troubles.stream().filter(trouble -> !trouble.kind().ofTheWay()))
                .toList();
    }

    /** All hops, the bad one marked. */
    String told(int bad) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hops.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(hops.get(i).line()).append(i + 1 == bad ? "  <<<<<" : "");
        }
        return text.toString();
    }
}
