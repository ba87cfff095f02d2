package audit;

import cutover.probe.log.LogRecord;

/** Requests that were written into the log whole, cookies and form fields included, as Zappa does at its level DEBUG. */
final class Dumps {

    static final String BEGIN = "Zappa Event: {";

    private Dumps() {}

    /** Whether the record is a dump of a visitor's request; what the platform itself sends holds no headers. */
    static boolean isOne(LogRecord record) {
        return record.message().startsWith(BEGIN) && record.message().contains("'headers': {");
    }
}
