package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One home of the application. */
public record Site(
        @Doc("scheme and host, without path: https://www.example.org")
        URI origin,

        @Doc("path that the platform puts before every path, for instance /production; empty on the real name")
        @Default("")
        String stagePrefix,

        @Doc("the address that the platform itself gave it, with its stage, for instance"
                + " https://id.execute-api.us-east-1.amazonaws.com/production; once the site is live nobody may be served"
                + " there, past the real name; leave it out where there is none, and nothing is looked at")
        Optional<URI> temporaryAddress,

        @Doc("the platform's name, for messages") String platform,

        @Doc("response headers that every page must carry, with a pattern for the value")
        Map<String, Pattern> fingerprint,

        @Doc("response headers of other platforms, which must not be there") @Default("[]")
        List<String> foreignHeaders,

        @Doc("whether HTTP/2 is promised; where it is not, it may be offered and is then looked at all the same")
        @Default("false")
        boolean http2,

        @Doc("build that must be deployed; leave it out to record what is there")
        Optional<String> build,

        @Doc("hosts that no page, asset or header may name; .example.org stands for every host below it")
        List<String> forbiddenHosts,

        @Doc("hosts besides its own from which pages may load")
        List<String> assetHosts,

        @Doc("hosts of third parties that count visitors; the browser never reaches them, so that no run is counted")
        @Default("[]")
        List<String> analyticsHosts,

        @Doc("where its log is") LogPlace logs,

        @Doc("how its debug task is started; leave it out where it can't be")
        Optional<TaskStart> debugTask,

        @Doc(
                "NAME of the secret that is the value of a session cookie which a browser got here before the launch; R9 comes"
                        + " back with it. Leave it out where nobody kept one")
        Optional<Secret> earlierSession) {

    public Site {
        if (!"https".equals(origin.getScheme())
                || origin.getHost() == null
                || !(origin.getPath().isEmpty() || origin.getPath().equals("/"))) {
            throw new IllegalArgumentException("origin is https://host without a path, got " + origin);
        }
        if (!stagePrefix.isEmpty() && (!stagePrefix.startsWith("/") || stagePrefix.endsWith("/"))) {
            throw new IllegalArgumentException("stage-prefix starts and does not end with /, got " + stagePrefix);
        }
        String own = origin.getHost();
        temporaryAddress.ifPresent(address -> {
            if (!"https".equals(address.getScheme())
                    || address.getHost() == null
                    || address.getHost().equalsIgnoreCase(own)
                    || address.getRawQuery() != null
                    || address.getRawPath().endsWith("/")) {
                throw new IllegalArgumentException(
                        "temporary-address is https://host/stage with another host than origin, and does not end with /, got "
                                + address);
            }
        });
    }

    /**
     * The address of a path of the application here.
     *
     * @param path starts with a slash; may carry a query
     */
    public URI at(String path) {
        return URI.create(origin.getScheme() + "://" + origin.getAuthority() + stagePrefix + path);
    }

    /** Whether an address is one of this site's: its host, and below the stage where there is one. */
    public boolean holds(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return host().equals(address.getHost())
                && (stagePrefix.isEmpty() || path.equals(stagePrefix) || path.startsWith(stagePrefix + "/"));
    }

    /** Whether no page may name that host. */
    public boolean forbids(String name) {
        return forbiddenHosts.stream()
                .anyMatch(forbidden -> forbidden.startsWith(".") ? name.endsWith(forbidden) : name.equals(forbidden));
    }

    /** The host's name, for messages. */
    public String host() {
        return origin.getHost();
    }
}
