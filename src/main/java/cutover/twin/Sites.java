package cutover.twin;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import cutover.twin.mail.MailHost;
import cutover.twin.site.ClearMyRecord;
import cutover.twin.site.SiteSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The application, once on each side, over one database. */
final class Sites {

    private static final String STAGING = "https://cmr-staging.codeforamerica.org";
    private static final String ERROR_SENDER = "clearmyrecord-errors@codeforamerica.org";
    private static final String SENDER = "clearmyrecord@codeforamerica.org";
    private static final int BUILD_DIGITS = 12;

    private final Faults faults;
    private final Clock clock;
    private final Ids ids;
    private final Ground ground;
    private final String mailgunKey;
    private final String twilioToken;
    private final String secretKey;
    private final Map<Side, String> builds;

    /**
     * @param mailgunKey the mail vendor's private key, with which it signs what it reports
     * @param twilioToken the telephone vendor's token, with which it signs its calls
     */
    Sites(Faults faults, Clock clock, Ids ids, Ground ground, String mailgunKey, String twilioToken) {
        this.faults = faults;
        this.clock = clock;
        this.ids = ids;
        this.ground = ground;
        this.mailgunKey = mailgunKey;
        this.twilioToken = twilioToken;
        this.secretKey = ids.password() + ids.password();
        this.builds = Map.of(Side.NEW, ids.hex(BUILD_DIGITS), Side.OLD, ids.hex(BUILD_DIGITS));
    }

    String build(Side side) {
        return builds.get(side);
    }

    Map<Side, ClearMyRecord> over(DataSource database) {
        return Map.of(Side.NEW, site(newSettings(), database), Side.OLD, site(oldSettings(), database));
    }

    private ClearMyRecord site(SiteSettings settings, DataSource database) {
        Platform platform = ground.platform(settings.side());
        return new ClearMyRecord(
                settings, database, platform.outbox(), platform.log(), platform.tasks(), faults, clock, ids.branch());
    }

    private SiteSettings newSettings() {
        return settings(Side.NEW, Set.of(Hosts.NEW, Hosts.GATEWAY), Hosts.NEW, "https://" + Hosts.ASSETS);
    }

    private SiteSettings oldSettings() {
        return settings(Side.OLD, Set.of(Hosts.OLD, Hosts.PLATFORM), Hosts.OLD, "");
    }

    private SiteSettings settings(Side side, Set<String> allowed, String host, String assets) {
        return new SiteSettings(
                side,
                allowed,
                "https://" + host,
                "https://" + Hosts.OLD,
                STAGING,
                assets,
                builds.get(side),
                List.of(MailHost.ALERTS),
                ERROR_SENDER,
                SENDER,
                secretKey,
                mailgunKey,
                twilioToken,
                MailHost.VOICEMAIL);
    }
}
