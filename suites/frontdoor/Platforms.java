package frontdoor;

import common.Fingerprint;
import cutover.environment.Environment;
import cutover.environment.Site;
import cutover.probe.http.Answered;

/** The name of a platform that one knows by its headers. */
final class Platforms {

    private Platforms() {}

    /** Another site's platform where it is known, "somebody else" otherwise. */
    static String answers(Environment environment, Site expected, Answered answer) {
        return environment.sites().values().stream()
                .filter(site -> !site.equals(expected))
                .filter(site -> Fingerprint.stranger(site, answer).isEmpty())
                .map(Site::platform)
                .findFirst()
                .orElse("somebody else");
    }
}
