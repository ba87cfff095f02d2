package cutover.junit;

import cutover.drill.Lever;
import cutover.environment.Environment;
import cutover.environment.Records;
import cutover.environment.cloud.Cloud;
import cutover.environment.front.Zone;
import cutover.patience.Patience;
import cutover.provider.ChangeableZone;
import cutover.provider.aws.AwsAccount;
import cutover.provider.heroku.HerokuApp;
import cutover.provider.nameserver.KeyedZone;
import cutover.provider.nameserver.ZoneAccess;
import cutover.twin.Deed;
import cutover.twin.Twin;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that people change on the way back. Where a vendor or a standard has an interface for it, the lever acts through that;
 * for the rest it acts at the twin itself.
 */
final class TwinLevers implements AutoCloseable {

    private static final Patience AS_SOON_AS_IT_IS = new Patience(Providers.PATIENCE, Duration.ofMillis(20));

    private final Twin twin;
    private final RunFiles files;
    private final Providers providers;
    private final Clock clock;

    TwinLevers(Twin twin, RunFiles files, Providers providers, Clock clock) {
        this.twin = twin;
        this.files = files;
        this.providers = providers;
        this.clock = clock;
    }

    List<Lever> all() {
        Environment environment = files.environment();
        Accounts accounts = new Accounts(environment);
        AwsAccount aws = demand("cloud", accounts.aws());
        Cloud cloud = demand("cloud", environment.cloud());
        HerokuApp heroku = demand("heroku", accounts.heroku());
        return List.of(
                new NameLever(
                        "old-name",
                        zone(demand("leaves", environment.siteLeft()).host()),
                        registrar()),
                new NameLever(
                        "new-names",
                        zone(environment.siteUnderTest().host()),
                        Accounts.hostedZone(
                                cloud, zone(environment.siteUnderTest().host()).name(), AS_SOON_AS_IT_IS)),
                new PhoneLever(environment, demand("phone", environment.phone()), demand("phone", providers.twilio())),
                new MailLever(environment, providers::mailgun),
                new MonitorLever(
                        environment,
                        demand("pingdom", accounts.pingdom()),
                        files.application().health().path()),
                new ProcessLever("old-app", heroku, List.of("web", "worker")),
                new ProcessLever("old-tasks", heroku, List.of("clock")),
                new RulesLever("new-tasks", aws, demand("cloud.rules", cloud.rules())),
                new PublicLever(
                        "database-name",
                        aws,
                        demand("cloud.snapshots", cloud.snapshots()).instance()),
                new DeedLever("own-address", twin, Deed.OWN_ADDRESS_SHUT, "open", "shut"),
                new DeedLever("new-host", twin, Deed.NEW_HOST_RETIRED, "serves", "redirects"),
                new DeedLever("old-domain", twin, Deed.OLD_DOMAIN_REMOVED, "there", "gone"),
                new DeedLever("old-credentials", twin, Deed.OLD_APP_TOLD, "stale", "current"),
                new DeedLever("old-code", twin, Deed.OLD_CODE_MOVED_ON, "before-migration", "moved-on"),
                new DeedLever("database-port", twin, Deed.PORTS_SHUT, "open", "shut"),
                new KeyLever(
                        "media-user",
                        aws,
                        twin.values().get("twin.media.user"),
                        demand("cloud.retired-key", cloud.retiredKey()).accessKeyId()),
                new DeedLever("copy", twin, Deed.COPY_RESTORED, "none", "restored"),
                new DeedLever("database", twin, Deed.RESTORED_IS_LIVE, "as-it-was", "restored"),
                new DocumentsLever(
                        "documents",
                        accounts,
                        aws,
                        cloud,
                        demand("cloud.buckets", cloud.buckets()),
                        demand("database", environment.database()),
                        demand(
                                "records.documents",
                                files.application().records().flatMap(Records::documents)),
                        twin::builtAnew));
    }

    private Zone zone(String host) {
        return files.dns()
                .flatMap(dns -> dns.zoneOf(host))
                .orElseThrow(() -> new IllegalStateException("drills need the zone of " + host + " in config/dns"));
    }

    /** Where the zone of the old name is kept. */
    private ChangeableZone registrar() {
        Map<String, String> values = twin.values();
        ZoneAccess access = new ZoneAccess(
                values.get("twin.dns.update.old.host"),
                Integer.parseInt(values.get("twin.dns.port")),
                values.get("twin.dns.update.old.zone"),
                values.get("twin.dns.update.key"),
                values.get("twin.dns.update.algorithm"),
                () -> twin.secrets().get("TWIN_DNS_UPDATE_KEY"),
                Providers.PATIENCE);
        return new KeyedZone(access, clock);
    }

    private static <T> T demand(String key, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("drills need the key " + key + " in the environment"));
    }

    @Override
    public void close() {
        providers.close();
    }
}
