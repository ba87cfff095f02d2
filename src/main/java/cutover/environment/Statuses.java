package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.regex.Pattern;

/**
 * The latest status of an application, which a list and the application's own page show, each in words of its own. Both
 * are read as the persona that explores.
 */
public record Statuses(
        @Doc("in a row of the list of the persona that explores, once for each organisation")
        Shown inRow,

        @Doc("an application's own page, with {id} in it; reading it as the persona that explores must change nothing")
        String path,

        @Doc("on that page, once for each organisation") Shown onPage,

        @Doc("so many applications of the list's first page are compared, of each status one first") @Default("6")
        int applications) {

    /** Where a status stands, and which part of the text it is. */
    public record Shown(
            @Doc("the element") String selector,

            @Doc("its first group is the status; an application with a text that does not match is not compared")
            Pattern pattern) {}

    /** Path of that application's own page. */
    public String pathOf(long id) {
        return path.replace("{id}", Long.toString(id));
    }
}
