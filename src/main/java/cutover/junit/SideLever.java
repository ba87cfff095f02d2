package cutover.junit;

import cutover.drill.Lever;
import cutover.environment.Environment;
import cutover.environment.Site;
import java.util.List;

/** What leads to one of two sites: the one that is left, {@code old}, or the one under test, {@code new}. */
abstract class SideLever implements Lever {

    private final String name;
    private final Site old;
    private final Site fresh;

    SideLever(String name, Environment environment) {
        this.name = name;
        this.old = environment
                .siteLeft()
                .orElseThrow(() -> new IllegalStateException("drills need the key leaves in the environment"));
        this.fresh = environment.siteUnderTest();
    }

    /** What it leads to now, in whatever words; the same for the same places. */
    abstract List<String> seen();

    /** What it would lead to if it stood at that site, in the same words. */
    abstract List<String> at(Site site);

    /** Points it there; what was done, or why not. */
    abstract String point(Site to);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> positions() {
        return List.of("old", "new");
    }

    @Override
    public final String position() {
        List<String> seen = seen();
        if (seen.equals(at(old))) {
            return "old";
        }
        return seen.equals(at(fresh)) ? "new" : "neither: " + String.join(", ", seen);
    }

    @Override
    public final String pull(String position) {
        return point(position.equals("old") ? old : fresh);
    }

    final Site other(Site site) {
        return site.equals(old) ? fresh : old;
    }
}
