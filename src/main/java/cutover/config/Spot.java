package cutover.config;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Where in a file the binding is.
 *
 * @param path such as {@code hosts.www.pins[2]}; empty at the top
 * @param place where the key stands that led here, for what is missing inside
 */
record Spot(String path, Place place) {

    static final Spot TOP = new Spot("", new Place(1, 1));

    Spot key(String key, Node node) {
        String step = key.matches("[A-Za-z0-9_-]+") ? key : "[\"" + key + "\"]";
        String dot = path.isEmpty() || step.startsWith("[") ? "" : ".";
        return new Spot(path + dot + step, at(node));
    }

    /** A key that is not there. */
    Spot missing(String key) {
        return new Spot(path.isEmpty() ? key : path + "." + key, place);
    }

    Spot element(int index, Node node) {
        return new Spot(path + "[" + index + "]", at(node));
    }

    /** The same path at the node itself; a node of a default has no place of its own. */
    Spot on(Node node) {
        return new Spot(path, at(node));
    }

    private Place at(Node node) {
        return node.getStartMark().map(Place::of).orElse(place);
    }
}
