package cutover.provider;

import java.util.List;

/** A zone of names whose records can be changed at whoever keeps it. Safe for use by several threads. */
public interface ChangeableZone {

    /** What is there of a name and type now; without values when there is none. */
    Told<RecordSet> records(String name, String type);

    /**
     * Puts sets in place of what there is of their names and types, all of them or none. What is deleted goes first, so
     * that an alias can make room for addresses.
     *
     * @param wanted each in the zone; without values to delete
     * @param seen what must still be there, or be absent, exactly as it was seen, whatever its time to live; else nothing
     *     is changed
     * @return what the keeper of the zone calls the change
     */
    @Changes
    Told<?> replace(List<RecordSet> wanted, List<RecordSet> seen);
}
