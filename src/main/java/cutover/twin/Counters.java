package cutover.twin;

/**
 * What a visit can leave behind, read straight from the database, to show that a run changed nothing.
 *
 * @param openedApplications applications that are marked as read
 * @param visitors each browser that comes without a session leaves one
 * @param sessions as for visitors
 * @param audits records of changes and of sign-ins
 * @param content digest over all rows that hold the application's own data: people, their applications with the time of
 *     their last change, updates, notes, tags, PDFs; equal only when nothing in them changed
 */
public record Counters(long openedApplications, long visitors, long sessions, long audits, String content) {}
