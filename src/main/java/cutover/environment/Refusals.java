package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;
import java.util.stream.Stream;

/** With which status a webhook refuses what it must not accept. Several are named where front ends differ. */
public record Refusals(
        @Doc("a signature that is missing in the header, or wrong")
        List<Integer> forged,

        @Doc("a field that is missing, or a body of another kind")
        List<Integer> malformed,

        @Doc("GET") @Default("[405]") List<Integer> method,

        @Doc("several megabytes of form fields") @Default("[400, 413]")
        List<Integer> tooLarge) {

    /** Either of the two, where a view may stumble over the shape before it looks at the signature. */
    public List<Integer> forgedOrMalformed() {
        return Stream.concat(forged.stream(), malformed.stream()).distinct().toList();
    }
}
