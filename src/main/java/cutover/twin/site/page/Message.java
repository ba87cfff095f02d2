package cutover.twin.site.page;

/** A flash message; the level is the class name under which pages show it. */
public record Message(String level, String body) {}
