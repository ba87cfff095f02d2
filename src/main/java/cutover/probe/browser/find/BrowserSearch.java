package cutover.probe.browser.find;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the search for a browser ended. */
public sealed interface BrowserSearch {

    /** Applies the function for the case at hand. */
    <T> T fold(Function<Found, T> found, Function<NotFound, T> notFound);

    /**
     * A browser that can be driven.
     *
     * @param kind which family
     * @param binary the browser; empty on a Grid
     * @param driver its WebDriver server; empty on a Grid
     * @param grid address of the Grid; empty for a local browser
     * @param how where it was found, for the console: "installed: /usr/bin/chromium with /usr/bin/chromedriver"
     */
    record Found(BrowserKind kind, Optional<Path> binary, Optional<Path> driver, Optional<URI> grid, String how)
            implements BrowserSearch {

        public Found {
            boolean local = binary.isPresent() && driver.isPresent() && grid.isEmpty();
            boolean remote = binary.isEmpty() && driver.isEmpty() && grid.isPresent();
            if (kind == BrowserKind.GRID ? !remote : !local) {
                throw new IllegalArgumentException(
                        "a browser is either local with binary and driver, or on a Grid: " + kind);
            }
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<NotFound, T> notFound) {
            return found.apply(this);
        }
    }

    /**
     * No browser that can be driven.
     *
     * @param sentence what is missing
     * @param command the exact command that brings it on this machine
     * @param tried what was looked at and why it did not serve, in order
     */
    record NotFound(String sentence, String command, List<String> tried) implements BrowserSearch {

        public NotFound {
            tried = List.copyOf(tried);
        }

        /** Sentence, what was tried, and the command, for an unknown finding or the console. */
        public String told() {
            return sentence + " (" + String.join("; ", tried) + "). Run: " + command;
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<NotFound, T> notFound) {
            return notFound.apply(this);
        }
    }
}
