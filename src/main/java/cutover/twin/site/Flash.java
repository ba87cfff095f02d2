package cutover.twin.site;

import cutover.twin.site.page.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Messages for the next page, carried in a cookie. For one thread. */
final class Flash {

    private final List<Message> waiting = new ArrayList<>();
    private final boolean cookieGiven;
    private boolean shown;
    private boolean added;

    /** @param carried text of the cookie after its signature was checked */
    Flash(Optional<String> carried, boolean cookieGiven) {
        this.cookieGiven = cookieGiven;
        carried.ifPresent(text -> text.lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> waiting.add(new Message(parts[0], parts[1]))));
    }

    void add(String level, String text) {
        waiting.add(new Message(level, text.replace('\n', ' ')));
        added = true;
    }

    /** Takes all messages to show them. */
    List<Message> take() {
        List<Message> taken = List.copyOf(waiting);
        waiting.clear();
        shown = true;
        return taken;
    }

    /** Text for the next cookie; empty when there is nothing to carry. */
    Optional<String> carry() {
        return added && !waiting.isEmpty()
                ? Optional.of(waiting.stream()
                        .map(message -> message.level() + " " + message.body())
                        .collect(Collectors.joining("\n")))
                : Optional.empty();
    }

    boolean deletesCookie() {
        return cookieGiven && shown && waiting.isEmpty();
    }
}
