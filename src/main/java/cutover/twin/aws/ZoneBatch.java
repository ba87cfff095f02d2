package cutover.twin.aws;

import cutover.twin.dns.RecordSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changes of a zone that are made all together or not at all; tells what is wrong with them in the vendor's words. */
final class ZoneBatch {

    private final String zone;
    private final Map<String, RecordSet> sets = new LinkedHashMap<>();
    private final Map<String, RecordSet> changed = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    ZoneBatch(String zone, List<RecordSet> there) {
        this.zone = zone;
        there.forEach(set -> sets.put(key(set.name(), set.type()), set));
    }

    void make(ZoneChange change) {
        String name = dotted(change.name());
        if (!("." + name).endsWith("." + zone)) {
            wrong.add("RRSet with DNS name " + name + " is not permitted in zone " + zone);
        } else if (change.alias()) {
            wrong.add("RRSet with DNS name " + name + " leads to an alias target that does not exist here");
        } else {
            make(change, set(change, name));
        }
    }

    /** Empty when the batch can be carried out. */
    List<String> wrong() {
        List<String> all = new ArrayList<>(wrong);
        changed.values().stream()
                .map(RecordSet::name)
                .distinct()
                .filter(this::hasAliasBesideOthers)
                .forEach(name -> all.add("RRSet of type CNAME with DNS name " + name
                        + " is not permitted as it conflicts with other records with the same DNS name in zone "
                        + zone));
        return all;
    }

    /** What is in place of what was there; without values where it is gone. */
    List<RecordSet> changed() {
        return List.copyOf(changed.values());
    }

    private void make(ZoneChange change, RecordSet set) {
        String key = key(set.name(), set.type());
        RecordSet there = sets.get(key);
        String named = " resource record set [name='" + set.name() + "', type='" + set.type() + "'] but it ";
        boolean deleting = change.action().equals("DELETE");
        if (deleting && there == null) {
            wrong.add("Tried to delete" + named + "was not found");
        } else if (deleting && !set.equals(there)) {
            wrong.add("Tried to delete"
                    + named.replace("but it ", "but the values provided do not match the current values"));
        } else if (change.action().equals("CREATE") && there != null) {
            wrong.add("Tried to create" + named + "already exists");
        } else if (deleting) {
            sets.remove(key);
            changed.put(key, new RecordSet(set.name(), set.type(), 0, List.of()));
        } else {
            sets.put(key, set);
            changed.put(key, set);
        }
    }

    private boolean hasAliasBesideOthers(String name) {
        return sets.containsKey(key(name, "CNAME"))
                && sets.values().stream()
                                .filter(set -> set.name().equalsIgnoreCase(name))
                                .count()
                        > 1;
    }

    private static RecordSet set(ZoneChange change, String name) {
        return new RecordSet(name, change.type(), change.ttl(), change.values());
    }

    private static String key(String name, String type) {
        return name.toLowerCase(Locale.ROOT) + " " + type;
    }

    private static String dotted(String name) {
        return name.endsWith(".") ? name : name + ".";
    }
}
