package frontdoor;

import java.util.List;
import java.util.Set;

/**
 * Where a name leads.
 *
 * @param addresses as they were told, IPv4 first, each once; of all that answered
 * @param aliases names on the way, the asked one not among them
 * @param heard who told, or said that there is nothing
 * @param unheard who did not answer, or with an error, and how
 */
record Led(String name, List<String> addresses, Set<String> aliases, List<String> heard, List<String> unheard) {

    Led {
        addresses = List.copyOf(addresses);
        aliases = Set.copyOf(aliases);
        heard = List.copyOf(heard);
        unheard = List.copyOf(unheard);
    }
}
