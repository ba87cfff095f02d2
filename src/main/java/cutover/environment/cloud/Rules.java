package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The scheduled work of the new home: rules of EventBridge that start the function. */
public record Rules(
        @Doc(
                "how the names of the rules begin, for instance intake-pro; Zappa cuts the function's name so that a rule's has at"
                        + " most 64 letters")
        String prefix,

        @Doc("name of the function that they must start") String function,

        @Doc("names of rules that are no work, found anywhere in the name") @Default("keep.?warm")
        Pattern ignored,

        @Doc("rules that must be there; leave it out to demand one at least") @Default("[]")
        List<Rule> expected) {

    /** One rule. */
    public record Rule(
            @Doc("a part of its name, for instance send_followups")
            String name,

            @Doc("its expression, which Amazon reads in UTC; leave it out for any")
            Optional<String> schedule) {}
}
