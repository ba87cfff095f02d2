package cutover.notice;

import cutover.environment.Notification;
import cutover.patience.FanOut;
import cutover.runbook.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All channels of an environment. A notice goes to those whose way is not under test; to the others only when none of
 * those took it, and then that is said.
 */
public final class Noticeboard {

    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Map<String, Notification> notifications;
    private final UnderTest underTest;
    private final Means means;

    /** @param notifications by name */
    public Noticeboard(Map<String, Notification> notifications, UnderTest underTest, Means means) {
        this.notifications = new LinkedHashMap<>(notifications);
        this.underTest = underTest;
        this.means = means;
    }

    /** Tells a decision where the environment wants it told; nothing for channels that are not told of it. */
    public List<Delivery> tell(Notice notice, Decision decision) {
        return tell(notice, notification -> notification.on().contains(decision));
    }

    /** Tells every channel. */
    public List<Delivery> tellAll(Notice notice) {
        return tell(notice, notification -> true);
    }

    private List<Delivery> tell(Notice notice, Predicate<Notification> wanted) {
        List<Way> ways = new ArrayList<>();
        notifications.forEach((name, place) -> {
            if (wanted.test(place)) {
                ways.add(new Way(means.channel(name, place), place.within(), underTest.why(place)));
            }
        });
        List<Way> good = ways.stream().filter(way -> way.doubt().isEmpty()).toList();
        List<Way> doubtful =
                ways.stream().filter(way -> way.doubt().isPresent()).toList();
        List<Delivery> deliveries = new ArrayList<>(sent(good, notice));
        boolean taken = deliveries.stream().anyMatch(Delivery::isAccepted);
        deliveries.addAll(taken ? doubtful.stream().map(Way::withheld).toList() : sent(doubtful, notice));
        return List.copyOf(deliveries);
    }

    /** At once, so that one that hangs holds up no other. */
    private static List<Delivery> sent(List<Way> ways, Notice notice) {
        Duration longest = ways.stream().map(Way::within).reduce(Duration.ZERO, Noticeboard::longer);
        return new FanOut(Math.max(1, ways.size()), longest.plus(SLACK)).each(ways, way -> way.send(notice), Way::lost);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** @param doubt why it may be broken just now; empty for a good one */
    private record Way(Channel channel, Duration within, Optional<String> doubt) {

        Delivery send(Notice notice) {
            Delivery delivery = channel.send(notice);
            return delivery.isAccepted() && doubt.isPresent()
                    ? new Delivery.Accepted(
                            channel.name(), "though " + doubt.get() + ", since no other channel took it")
                    : delivery;
        }

        Delivery withheld() {
            return new Delivery.Withheld(channel.name(), doubt.orElse(""));
        }

        Delivery lost(String why) {
            return new Delivery.Lost(channel.name(), why, "look whether it has arrived; if not, tell the team by hand");
        }
    }
}
