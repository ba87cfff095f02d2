package cutover.drill;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One rollback exercise, as a file in {@code config/drills} describes it.
 *
 * @param begins the point of the timeline at which it begins: the phase whose steps hold then
 * @param watches steps of that phase that are looked at; empty for all
 * @param notices steps of those that turn unmet, and no others
 * @param cannotTell steps of those of which nobody can tell any more, and no others
 * @param proves steps of the phase {@code rolledback} that are met at the end; empty for all
 * @param needless steps of that phase that have no part in this story, each with the reason; they are never looked at
 * @param remembered how long resolvers may remember the names that move; added to the time until it is back
 * @param assumes what is taken for granted, and only people can see to
 * @param loses how many rows may be lost; more is unmet
 */
@Doc("One rollback exercise")
public record Drill(
        @Doc("One line for people") String title,
        @Doc("What happens, in a few sentences") String story,

        @Doc("The phase whose steps hold when it begins") Phase begins,

        @Doc("Steps of that phase that are looked at; leave it out for all") @Default("[]")
        List<String> watches,

        @Doc("What breaks, in this order") List<Break> breaks,

        @Doc("Steps that turn unmet, and no others") @Default("[]")
        List<String> notices,

        @Doc("Steps of which nobody can tell any more, and no others") @Default("[]")
        List<String> cannotTell,

        @Doc("What has to be decided") Choice decision,

        @Doc("What is done to go back, in this order; none for stay") @Default("[]")
        List<Action> actions,

        @Doc("Steps of the phase rolledback that are met at the end; leave it out for all") @Default("[]")
        List<String> proves,

        @Doc("Steps of that phase that have no part in this story, each with the reason; they are never looked at")
        @Default("{}")
        Map<String, String> needless,

        @Doc("How long resolvers may remember the names that move; added to the time until it is back") @Default("0s")
        Duration remembered,

        @Doc("What is taken for granted, and only people can see to") @Default("[]")
        List<String> assumes,

        @Doc("So many rows may be lost") @Default("0") int loses,

        @Doc("How long each part may take, from the moment at which it breaks")
        Targets targets) {

    public Drill {
        watches = List.copyOf(watches);
        breaks = List.copyOf(breaks);
        notices = List.copyOf(notices);
        cannotTell = List.copyOf(cannotTell);
        actions = List.copyOf(actions);
        proves = List.copyOf(proves);
        needless = Collections.unmodifiableMap(new LinkedHashMap<>(needless));
        assumes = List.copyOf(assumes);
        if (breaks.isEmpty()) {
            throw new IllegalArgumentException("a drill in which nothing breaks proves nothing");
        }
        if (notices.isEmpty() && cannotTell.isEmpty()) {
            throw new IllegalArgumentException("a drill names the steps that notice: notices, or cannot-tell");
        }
        if ((decision == Choice.STAY) != actions.isEmpty()) {
            throw new IllegalArgumentException("who stays does nothing, and who goes back does something: decision "
                    + decision.words() + ", " + actions.size()
                    + " actions; leave the actions out for stay, and name them for any other decision");
        }
        demandOrder(actions);
        demandWatched(watches, notices);
        demandWatched(watches, cannotTell);
        demandNeeded(needless, proves, "proves");
        for (Action action : actions) {
            demandNeeded(needless, action.seenBy(), "seen-by of \"" + action.act() + "\"");
        }
    }

    /** The same, proving all of these steps but the needless ones. */
    public Drill proving(Collection<String> steps) {
        return new Drill(
                title,
                story,
                begins,
                watches,
                breaks,
                notices,
                cannotTell,
                decision,
                actions,
                steps.stream().filter(step -> !needless.containsKey(step)).toList(),
                needless,
                remembered,
                assumes,
                loses,
                targets);
    }

    private static void demandOrder(List<Action> actions) {
        List<String> before = new ArrayList<>();
        for (Action action : actions) {
            if (!before.containsAll(action.after())) {
                throw new IllegalArgumentException(
                        "\"" + action.act() + "\" comes after " + String.join(", ", action.after())
                                + ", which the actions before it do not move; put the action that moves it before, or leave it out of after");
            }
            before.add(action.lever());
        }
    }

    private static void demandWatched(List<String> watches, List<String> named) {
        if (!watches.isEmpty() && !watches.containsAll(named)) {
            throw new IllegalArgumentException("the drill is to notice by steps that it does not watch: "
                    + String.join(", ", named) + "; add them to watches");
        }
    }

    private static void demandNeeded(Map<String, String> needless, List<String> named, String where) {
        List<String> both = named.stream().filter(needless::containsKey).toList();
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("needless says that nobody looks at " + String.join(", ", both)
                    + ", and " + where + " wants it looked at; leave it out of one of them");
        }
    }
}
