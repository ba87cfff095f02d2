package cutover.environment;

import cutover.config.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records that were put there for this suite, or that are known not to change. */
public record Known(
        @Doc("an application that staff must find on the list")
        Optional<Row> row,

        @Doc("the newest application's id, where it is known; the list's first row must not be older")
        Optional<Long> newestAtLeast,

        @Doc("how many applications there must be at least") long applicationsAtLeast,
        @Doc("an application whose PDF is known") Document pdf,

        @Doc("texts that a role must not see in its list, by role: names of other organisations' applicants")
        Map<String, List<String>> foreign) {

    /** A row of the applications list. */
    public record Row(
            @Doc("the application's id") long id,

            @Doc("texts that its row must hold: name, date as displayed")
            List<String> texts) {}

    /** A PDF of one person. */
    public record Document(
            @Doc("the application's id") long id,

            @Doc("texts that it must hold: the person's name, date of birth")
            List<String> texts,

            @Doc("texts of other persons that it must not hold")
            List<String> foreign,

            @Doc("how many pages it has") int pages) {}
}
