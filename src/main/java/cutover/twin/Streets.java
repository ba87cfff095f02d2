package cutover.twin;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Door;
import cutover.twin.front.Front;
import cutover.twin.front.GatewayFront;
import cutover.twin.front.GatewayFront.Mapped;
import cutover.twin.front.Hosts;
import cutover.twin.front.House;
import cutover.twin.front.PageDamage;
import cutover.twin.front.ToHttps;
import cutover.twin.tls.Authority;
import cutover.twin.tls.Identity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The twin's addresses: which front answers at which door, with which certificate. */
final class Streets implements AutoCloseable {

    private static final List<String> NEW_DEFAULT = List.of("*.execute-api.us-east-1.amazonaws.com");
    private static final List<String> OLD_DEFAULT = List.of("*.herokuapp.com");

    private static final Map<PublicAddress, List<String>> SHOWN = Map.of(
            PublicAddress.APEX, List.of(Hosts.APEX),
            PublicAddress.PLATFORM, List.of("*.herokuapp.example"),
            PublicAddress.FORWARD, List.of(Hosts.OLD),
            PublicAddress.BACK, List.of(Hosts.APEX, Hosts.NEW));

    private final House house;
    private final Faults faults;
    private final Staples staples;
    private final Map<Side, Pair> sites;
    private final Door gateway;
    private final Door assets;
    private final Door aws;
    private final Door heroku;
    private final Door pingdom;
    private final Door twilio;
    private final Door mailgunUs;
    private final Door mailgunEu;
    private final Map<PublicAddress, Pair> elsewhere;
    private final Pair secondEdge;
    private final Showcase.Shown oldShown;
    private final Identity oldOwn;
    private final Identity oldDefault;
    /** Somebody shuts the gateway's own address once the site has its name; until then it is the only one. */
    private volatile boolean ownAddressShut;
    /** Who sends the names back lets the gateway send people back too. */
    private volatile boolean retired;

    /** The doors for https and for plain http at one address. */
    private record Pair(Door https, Door http) {

        void each(Consumer<Door> what) {
            List.of(https, http).forEach(what);
        }
    }

    /**
     * Opens all doors.
     *
     * @param others fronts that have an address of their own
     */
    Streets(
            House house,
            Authority authority,
            Faults faults,
            GatewayFront newSite,
            Front oldSite,
            Front assets,
            Map<PublicAddress, Front> others,
            Vendors vendors,
            Front aws) {
        this.house = house;
        this.faults = faults;
        this.staples = new Staples(authority);
        Identity newOwn = authority.identity(List.of(Hosts.NEW));
        Identity newDefault = authority.identity(NEW_DEFAULT);
        Front named = newSite.underItsName(() -> mapped());
        Front newPages = new PageDamage(named, Side.NEW, faults);
        Front oldPages = new PageDamage(oldSite, Side.OLD, faults);
        this.oldOwn = authority.identity(List.of(Hosts.OLD));
        this.oldDefault = authority.identity(OLD_DEFAULT);
        Pair first = new Pair(house.http2(newOwn, newPages), house.http(new ToHttps()));
        Pair old = new Pair(house.https(oldOwn, oldPages), house.http(oldSite));
        this.sites = Map.of(Side.NEW, first, Side.OLD, old);
        Front ownAddress = newSite.atItsOwnAddress(
                () -> (ownAddressShut || retired) && !faults.on(Side.NEW, Fault.TEMPORARY_ADDRESS_OPEN));
        this.gateway = house.http2(newDefault, new PageDamage(ownAddress, Side.NEW, faults));
        this.assets = house.https(authority.identity(List.of("*.s3.amazonaws.com")), assets);
        this.aws = house.http(aws);
        this.heroku = house.http(vendors.heroku());
        this.pingdom = house.http(vendors.pingdom());
        this.twilio = house.http(vendors.twilio());
        this.mailgunUs = house.http(vendors.mailgun().us());
        this.mailgunEu = house.http(vendors.mailgun().eu());
        Front besideIt = new EdgeAddress(faults, newPages, oldSite);
        this.secondEdge = new Pair(house.http2(newOwn, besideIt), house.http(new ToHttps()));
        Map<PublicAddress, Identity> shown = others.keySet().stream()
                .collect(Collectors.toMap(address -> address, address -> identity(authority, address)));
        this.elsewhere = others.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Pair(
                                house.https(shown.get(each.getKey()), each.getValue()), house.http(each.getValue()))));
        house.open();
        faults.listen(this::switched);
        Showcase showcase = new Showcase(authority, faults);
        this.oldShown = showcase.watch(Side.OLD, old.https(), oldOwn, List.of(Hosts.OLD))
                .during(Side.OLD, Fault.DEFAULT_CERTIFICATE, oldDefault);
        showcase.watch(Side.NEW, first.https(), newOwn, List.of(Hosts.NEW))
                .during(Side.NEW, Fault.DEFAULT_CERTIFICATE, newDefault);
        showcase.watch(Side.NEW, secondEdge.https(), newOwn, List.of(Hosts.NEW))
                .during(Side.NEW, Fault.PLATFORM_CERTIFICATE_AT_ONE_ADDRESS, newDefault)
                .during(Side.NEW, Fault.OTHER_CERTIFICATE_AT_ONE_ADDRESS, authority.identity(List.of(Hosts.NEW)));
        at(PublicAddress.FORWARD)
                .ifPresent(pair ->
                        showcase.watch(Side.OLD, pair.https(), shown.get(PublicAddress.FORWARD), List.of(Hosts.OLD)));
        at(PublicAddress.APEX)
                .ifPresent(pair -> staples.watch(
                        showcase.steady(pair.https(), shown.get(PublicAddress.APEX))
                                .during(Side.NEW, Fault.APEX_NOT_IN_CERTIFICATE, newOwn),
                        SHOWN.get(PublicAddress.APEX)));
    }

    /** Stapling is promised for the bare new domain. */
    private Identity identity(Authority authority, PublicAddress address) {
        List<String> names = SHOWN.get(address);
        return address == PublicAddress.APEX ? staples.good(names) : authority.identity(names);
    }

    int https(Side side) {
        return sites.get(side).https().port();
    }

    int http(Side side) {
        return sites.get(side).http().port();
    }

    private Mapped mapped() {
        if (!retired || faults.on(Side.NEW, Fault.NEW_SITE_STILL_SERVES)) {
            return Mapped.SERVED;
        }
        return faults.on(Side.NEW, Fault.NEW_HOST_REFUSES) ? Mapped.UNKNOWN : Mapped.SENT_BACK;
    }

    /** Ports and endpoints. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        sites.forEach((side, pair) -> note(values, side.name(), pair));
        note(values, "edge2", secondEdge);
        elsewhere.forEach((address, pair) -> note(values, address.name(), pair));
        values.put("twin.gateway.https", Integer.toString(gateway.port()));
        values.put("twin.assets.https", Integer.toString(assets.port()));
        values.put("twin.twilio.endpoint", endpoint(twilio));
        values.put("twin.mailgun.us", endpoint(mailgunUs));
        values.put("twin.mailgun.eu", endpoint(mailgunEu));
        values.put("twin.aws.endpoint", endpoint(aws));
        values.put("twin.heroku.endpoint", endpoint(heroku));
        values.put("twin.pingdom.endpoint", endpoint(pingdom));
        return values;
    }

    private static String endpoint(Door door) {
        return "http://127.0.0.1:" + door.port();
    }

    private static void note(Map<String, String> values, String name, Pair pair) {
        String place = "twin." + name.toLowerCase(Locale.ROOT);
        values.put(place + ".https", Integer.toString(pair.https().port()));
        values.put(place + ".http", Integer.toString(pair.http().port()));
    }

    int gateway() {
        return gateway.port();
    }

    int assets() {
        return assets.port();
    }

    int aws() {
        return aws.port();
    }

    @Override
    public void close() {
        house.close();
        staples.close();
    }

    /** The doors that a fault shuts besides those of a whole site. */
    private List<Door> doors(Fault fault) {
        return switch (fault) {
            case OLD_NAME_WITHOUT_HTTPS ->
                List.of(elsewhere.get(PublicAddress.FORWARD).https());
            case APEX_WITHOUT_HTTPS -> List.of(elsewhere.get(PublicAddress.APEX).https());
            case BACK_WITHOUT_HTTPS -> List.of(elsewhere.get(PublicAddress.BACK).https());
            case WWW_WITHOUT_HTTP -> List.of(sites.get(Side.NEW).http(), secondEdge.http());
            default -> List.of();
        };
    }

    /** The old name is the old platform's until that takes it away from its application. */
    void in(World world) {
        ownAddressShut = world.is(Deed.OWN_ADDRESS_SHUT);
        retired = world.is(Deed.NEW_HOST_RETIRED);
        oldShown.usually(world.is(Deed.OLD_DOMAIN_REMOVED) ? oldDefault : oldOwn);
    }

    /** Who was sent on has no more to ask there, so that the connection ends unused. */
    void nobodyIsSentOn() {
        if (!faults.on(Side.NEW, Fault.REDIRECT_KEEPS_CONNECTIONS)) {
            at(PublicAddress.FORWARD).ifPresent(pair -> pair.each(Door::endConnections));
        }
    }

    private Optional<Pair> at(PublicAddress address) {
        return Optional.ofNullable(elsewhere.get(address));
    }

    private void switched(Side side, Fault fault, boolean nowOn) {
        if (fault == Fault.CONNECTION_REFUSED) {
            sites.get(side).each(nowOn ? Door::shut : Door::open);
        }
        doors(fault).forEach(nowOn ? Door::shut : Door::open);
        if (fault == Fault.OLD_PLATFORM_SILENT) {
            at(PublicAddress.PLATFORM).ifPresent(pair -> pair.each(nowOn ? Door::shut : Door::open));
        }
        if (fault == Fault.HTTP2_LOST && side == Side.NEW) {
            List.of(sites.get(side).https(), gateway, secondEdge.https()).forEach(door -> door.http2(!nowOn));
        }
    }
}
