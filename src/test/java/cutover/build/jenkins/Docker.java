package cutover.build.jenkins;

import groovy.lang.Closure;
import java.util.Map;

/** The variable that the plugin docker-workflow brings. */
public record Docker(Build build) {

    /** An image by its name. */
    public Image image(String name) {
        return new Image(build, name);
    }

    /** One image. */
    public record Image(Build build, String name) {

        /** Runs a block in a container of it. */
        public Object inside(String arguments, Closure<?> block) {
            build.called("docker.inside", Map.of("image", name, "arguments", arguments));
            return block.call();
        }
    }
}
