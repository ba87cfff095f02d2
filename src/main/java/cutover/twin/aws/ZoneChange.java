package cutover.twin.aws;

import java.util.List;

/**
 * One change of a set of records, as somebody wants it.
 *
 * @param action CREATE, DELETE or UPSERT
 * @param alias whether another resource's addresses shall be answered
 */
record ZoneChange(String action, String name, String type, long ttl, List<String> values, boolean alias) {}
