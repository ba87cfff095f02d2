package cutover.twin.heroku;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * How many processes of each type shall run, and what follows from that. A type that was scaled by hand stays so,
 * whatever else is or breaks, until {@link #asGiven()}.
 */
final class Processes {

    static final List<String> TYPES = List.of("web", "worker", "clock");

    private final BooleanSupplier on;
    private final BooleanSupplier scheduled;
    private final Faults faults;
    private final Map<String, Integer> scaled = new ConcurrentHashMap<>();

    /**
     * Processes that stand as the team left them.
     *
     * @param on whether the team lets the application run
     * @param scheduled whether the team lets it run the scheduled work
     */
    Processes(BooleanSupplier on, BooleanSupplier scheduled, Faults faults) {
        this.on = on;
        this.scheduled = scheduled;
        this.faults = faults;
    }

    int quantity(String type) {
        boolean given = type.equals("clock") ? scheduledHere() : runs(type);
        return scaled.getOrDefault(type, given ? 1 : 0);
    }

    boolean workerRuns() {
        return quantity("worker") > 0 && !on(Fault.OLD_WORKER_CRASHES);
    }

    void scale(String type, int quantity) {
        scaled.put(type, quantity);
    }

    void asGiven() {
        scaled.clear();
    }

    ArrayNode formation() {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        TYPES.forEach(type -> types.add(one(type)));
        return types;
    }

    ObjectNode one(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("quantity", quantity(type))
                .put("size", "Standard-1X");
    }

    /** Whoever takes the scheduled work back puts the scheduler's add-on back with the clock. */
    ArrayNode addOns() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Stream<String> names = Stream.concat(
                Stream.of("heroku-redis"),
                quantity("clock") > 0 || jobsLeft() ? Stream.of("scheduler") : Stream.empty());
        names.forEach(name -> {
            ObjectNode one = all.addObject().put("name", name + "-round-12345").put("state", "provisioned");
            one.putObject("addon_service").put("name", name);
        });
        return all;
    }

    ArrayNode dynos() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (String type : List.of("web", "worker")) {
            for (int number = 1; number <= quantity(type); number++) {
                all.addObject()
                        .put("name", type + "." + number)
                        .put("type", type)
                        .put("command", "run " + type)
                        .put("state", type.equals("worker") && on(Fault.OLD_WORKER_CRASHES) ? "crashed" : "up");
            }
        }
        if (on(Fault.SCHEDULER_AT_WORK)) {
            all.addObject()
                    .put("name", "scheduler.4711")
                    .put("type", "scheduler")
                    .put("command", "python manage.py send_followups")
                    .put("state", "up");
        }
        return all;
    }

    private boolean runs(String type) {
        boolean left = on(Fault.OLD_APP_LEFT_OFF) || type.equals("worker") && on(Fault.OLD_WORKER_OFF);
        return on.getAsBoolean() && !left || on(Fault.OLD_APP_STILL_ON);
    }

    private boolean jobsLeft() {
        return Stream.of(Fault.SCHEDULER_RAN, Fault.SCHEDULER_AT_WORK, Fault.SCHEDULER_LEFT)
                .anyMatch(this::on);
    }

    private boolean scheduledHere() {
        return scheduled.getAsBoolean() ? !on(Fault.TASKS_ON_NEITHER_SIDE) : on(Fault.TASKS_ON_BOTH_SIDES);
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
