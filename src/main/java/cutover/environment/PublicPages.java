package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
        List<Pattern> varying) {}
