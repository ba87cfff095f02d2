package cutover.provider.aws;

import cutover.patience.Patience;
import cutover.patience.Wait;
import cutover.provider.ChangeableZone;
import cutover.provider.Changes;
import cutover.provider.RecordSet;
import cutover.provider.RecordTexts;
import cutover.provider.Told;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/**
 * A public zone at Route 53. A set that is an alias there, or one of several by weight or place, has no values of its
 * own: it is told as trouble, and is left as it is. A change goes out once. Needs {@code route53:ListHostedZonesByName},
 * {@code route53:ListResourceRecordSets}, {@code route53:ChangeResourceRecordSets} and {@code route53:GetChange}.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/Welcome.html">API of 2013-04-01</a>
 */
public final class HostedZone implements ChangeableZone {

    private static final int NOT_FOUND = 404;

    private final AwsAccess access;
    private final String zone;
    private final Patience patience;
    private final AtomicReference<@Nullable String> known = new AtomicReference<>();

    /**
     * A zone.
     *
     * @param zone its name, with or without its last dot
     * @param patience for a change to reach all of Amazon's name servers, which takes about a minute there
     */
    public HostedZone(AwsAccess access, String zone, Patience patience) {
        RecordTexts.name(zone);
        this.access = access;
        this.zone = zone;
        this.patience = patience;
    }

    @Override
    public Told<RecordSet> records(String name, String type) {
        RecordTexts.type(type);
        return with(
                3,
                client ->
                        id(client).then(id -> HostedSets.named(client, id, name).set(name, type)));
    }

    /**
     * All sets in one batch, which Route 53 carries out as a whole or not at all; returns when all of its servers have
     * it. Between looking at what was seen and changing it, Route 53 guards only what is itself changed.
     *
     * @return the change's id; empty when nothing had to be changed
     */
    @Override
    @Changes
    public Told<String> replace(List<RecordSet> wanted, List<RecordSet> seen) {
        return with(
                3,
                client -> id(client)
                        .then(id -> HostedSets.of(client, id, wanted, seen)
                                .changes(wanted, seen)
                                .then(changes -> changes.isEmpty()
                                        ? Told.value("")
                                        : sent(id, changes).then(begun -> arrived(client, begun)))));
    }

    private Told<String> sent(String id, List<Change> changes) {
        return with(Calls.ONCE, client -> {
            try {
                return Told.value(bare(client.changeResourceRecordSets(
                                request -> request.hostedZoneId(id).changeBatch(batch -> batch.changes(changes)))
                        .changeInfo()
                        .id()));
            } catch (PriorRequestNotCompleteException e) {
                return Told.unavailable("PriorRequestNotComplete (400): " + Calls.said(e));
            } catch (Route53Exception e) {
                List<String> wrong = BatchFlaws.of(e);
                if (wrong.isEmpty()) {
                    throw e;
                }
                return Told.refused(e.statusCode(), BatchFlaws.CODE, String.join("; ", wrong));
            }
        });
    }

    private Told<String> arrived(Route53Client client, String begun) {
        Wait<Told<ChangeStatus>> wait = patience.waitFor(
                "Route 53's name servers",
                () -> Calls.asked(() -> client.getChange(request -> request.id(begun))
                        .changeInfo()
                        .status()),
                told -> told.value().filter(ChangeStatus.PENDING::equals).isEmpty());
        Told<ChangeStatus> last = wait.last().orElseThrow();
        String taken = "Route 53 has taken the change " + begun;
        if (!last.trouble().isEmpty()) {
            return Told.unavailable(taken + ", and does not tell whether its servers have it: " + last.trouble());
        }
        return wait.ended()
                ? Told.value(begun)
                : Told.unavailable(taken + ", and some of its servers do not have it yet: " + wait.told());
    }

    /** It stays what it is, so it is asked for once. */
    private Told<String> id(Route53Client client) {
        String before = known.get();
        if (before != null) {
            return Told.value(before);
        }
        List<String> ids = client.listHostedZonesByName(request -> request.dnsName(zone)).hostedZones().stream()
                .filter(each -> HostedSets.same(each.name(), zone))
                .filter(each -> each.config() == null
                        || !Boolean.TRUE.equals(each.config().privateZone()))
                .map(each -> bare(each.id()))
                .toList();
        if (ids.size() == 1) {
            known.set(ids.get(0));
            return Told.value(ids.get(0));
        }
        return ids.isEmpty()
                ? Told.refused(NOT_FOUND, "NoSuchHostedZone", "this account has no public zone " + zone)
                : Told.unavailable("Route 53 has " + ids.size() + " public zones " + zone + ", " + ids
                        + ", and which of them the world asks is not known here");
    }

    /** Answers have ids with a path before them, which questions put there themselves. */
    private static String bare(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private <T> Told<T> with(int attempts, Function<Route53Client, Told<T>> question) {
        Told<Told<T>> told = Calls.asked(() -> {
            try (Route53Client client =
                    Calls.client(Route53Client.builder().httpClient(Calls.http(access)), access, attempts)) {
                return question.apply(client);
            }
        });
        return told.then(inner -> inner);
    }

    @Override
    public String toString() {
        return "zone " + zone + " at Route 53";
    }
}
