package cutover.twin.site.page;

/** A tab above a list, with its count. */
public record Tab(String label, String path, int count, boolean active) {}
