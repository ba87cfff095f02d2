package launch;

import cutover.environment.Site;
import java.net.URI;
import java.util.Optional;

/**
 * What a redirect makes wrong of the gateway's stage, which belongs before every path at the gateway's own address, and
 * before none under the site's name.
 *
 * @param why follows what was redirected
 */
record StageSlip(String why, String toDo) {

    /**
     * Empty where the stage is not what is wrong.
     *
     * @param led where it leads, with or without scheme and host
     * @param path where it should lead, without stage and host
     */
    static Optional<StageSlip> of(Site site, String led, String path) {
        String own = site.origin().toString();
        String local = led.startsWith(own) ? led.substring(own.length()) : led;
        String other = site.temporaryAddress().map(URI::getPath).orElse("");
        if (!site.stagePrefix().isEmpty()) {
            return local.equals(path) ? Optional.of(lost()) : Optional.empty();
        }
        return !other.isEmpty() && local.equals(other + path) ? Optional.of(added(site, other)) : Optional.empty();
    }

    private static StageSlip lost() {
        return new StageSlip(
                "leads to an address without the stage prefix",
                "look whether the application is told its stage (SCRIPT_NAME, which the gateway's handler sets under names"
                        + " of amazonaws.com), and whether settings hold fixed paths: whoever is redirected ends at"
                        + " {\"message\":\"Forbidden\"}");
    }

    private static StageSlip added(Site site, String stage) {
        return new StageSlip(
                "leads below " + stage + ", a stage that " + site.host() + " does not have",
                "take the stage out of the deployed settings (FORCE_SCRIPT_NAME), or out of the base path that the"
                        + " gateway maps the name to: it belongs to the temporary address only");
    }
}
