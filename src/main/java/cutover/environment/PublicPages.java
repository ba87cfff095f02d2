package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What everybody may see without signing in, and what comes with it. */
public record PublicPages(
        @Doc("pages besides the health page, the one that shows the build, and that of the sign-in") @Default("[]")
        List<String> paths,

        @Doc(
                "headers that each of these pages must carry, with a pattern for the whole value; none that is not promised")
        @Default("{}")
        Map<String, Pattern> securityHeaders,

        @Doc("cookies that scripts may read, besides the one against forged form posts; all others must be HttpOnly")
        @Default("[]")
        List<String> cookiesForScripts,

        @Doc(
                "parts of the pages that are otherwise in each answer, and are left out where answers are compared; tokens of forms are left out anyway")
        @Default("[]")
        List<Pattern> varying,

        @Doc("lists on public pages that only people change, so that a deploy must leave them as they were")
        @Default("[]")
        List<Listed> lists) {

    /** One such list. */
    public record Listed(
            @Doc("what is listed, for messages") String name,
            @Doc("the page that shows it") String path,
            @Doc("each of its entries") String selector) {

        private static final String BETWEEN = "; ";

        /** Under which key runs remember its entries. */
        public String key() {
            return "public list " + name;
        }

        /** The entries in the words in which they are remembered; their order means nothing. */
        public static String told(Collection<String> entries) {
            return entries.stream().sorted().collect(Collectors.joining(BETWEEN));
        }

        /** The entries that were remembered so. */
        public static List<String> entries(String told) {
            return told.isEmpty() ? List.of() : List.of(told.split(BETWEEN));
        }
    }
}
