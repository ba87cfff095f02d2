package cutover.twin.site.page;

/** One line of an application: a class name, a label, a value. */
public record Datum(String key, String label, String value) {}
