package cutover.twin.site.page;

/** A step in the history of an application. */
public record EventBlock(String organization, String status, String date, String author, String note) {}
