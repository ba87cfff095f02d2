package cutover.config;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Finds what YAML allows and these files do not: anchors and aliases (a few lines of which can stand for gigabytes),
 * tags, a second document, nesting without end.
 */
final class Unwanted {

    private static final int DEEPEST = 64;

    private final BiConsumer<Optional<Mark>, Refusal> found;
    private int depth;
    private int documents;

    Unwanted(BiConsumer<Optional<Mark>, Refusal> found) {
        this.found = found;
    }

    /** Looks at the next event of a text. */
    void look(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            String what = event instanceof AliasEvent ? "the alias *" : "the anchor &";
            refuse(event, what + node.getAnchor().get() + " is not read here", "write the value out");
        }
        tag(event)
                .ifPresent(tag -> refuse(
                        event, "the tag " + tag + " is not read here", "remove it; the key decides what a value is"));
        if (event instanceof DocumentStartEvent && ++documents == 2) {
            refuse(event, "a second document begins here", "keep one document in one file");
        }
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            refuse(event, "this is nested deeper than " + DEEPEST + " levels", "is it the right file?");
            throw new TooDeep();
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private void refuse(Event event, String sentence, String remedy) {
        found.accept(event.getStartMark(), new Refusal(sentence, remedy));
    }
}
