package cutover.twin;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Door;
import cutover.twin.front.Front;
import cutover.twin.front.GatewayFront;
import cutover.twin.front.Hosts;
import cutover.twin.front.House;
import cutover.twin.front.PageDamage;
import cutover.twin.front.ToHttps;
import cutover.twin.tls.Authority;
import cutover.twin.tls.Identity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The twin's addresses: which front answers at which door, with which certificate. */
final class Streets implements AutoCloseable {

    private static final List<String> NEW_DEFAULT = List.of("*.execute-api.us-east-1.amazonaws.com");
    private static final List<String> OLD_DEFAULT = List.of("*.herokuapp.com");

    private static final Map<PublicAddress, List<String>> REDIRECTED = Map.of(
            PublicAddress.APEX, List.of(Hosts.APEX),
            PublicAddress.FORWARD, List.of(Hosts.OLD),
            PublicAddress.BACK, List.of(Hosts.APEX, Hosts.NEW));

    private final House house;
    private final Map<Side, Site> sites;
    private final Door gateway;
    private final Door assets;
    private final Door aws;
    private final Door twilio;
    private final Door mailgunUs;
    private final Door mailgunEu;
    private final Map<PublicAddress, Pair> redirecting;
    private final Pair secondEdge;

    /** The doors for https and for plain http at one address. */
    private record Pair(Door https, Door http) {}

    /** The two doors of one site with the certificate it has and the one its platform shows to strangers. */
    private record Site(Door https, Door http, Identity own, Identity standard) {}

    /** Opens all doors. */
    Streets(
            House house,
            Authority authority,
            Faults faults,
            GatewayFront newSite,
            Front oldSite,
            Front assets,
            Map<PublicAddress, Front> redirects,
            Vendors vendors,
            Front aws) {
        this.house = house;
        Identity newOwn = authority.identity(List.of(Hosts.NEW));
        Identity newDefault = authority.identity(NEW_DEFAULT);
        Identity oldOwn = authority.identity(List.of(Hosts.OLD));
        Front newPages = new PageDamage(newSite, Side.NEW, faults);
        Front oldPages = new PageDamage(oldSite, Side.OLD, faults);
        this.sites = Map.of(
                Side.NEW,
                new Site(house.http2(newOwn, newPages), house.http(new ToHttps()), newOwn, newDefault),
                Side.OLD,
                new Site(house.https(oldOwn, oldPages), house.http(oldSite), oldOwn, authority.identity(OLD_DEFAULT)));
        this.gateway = house.http2(newDefault, new PageDamage(newSite.atItsOwnAddress(), Side.NEW, faults));
        this.assets = house.https(authority.identity(List.of("*.s3.amazonaws.com")), assets);
        this.aws = house.http(aws);
        this.twilio = house.http(vendors.twilio());
        this.mailgunUs = house.http(vendors.mailgun().us());
        this.mailgunEu = house.http(vendors.mailgun().eu());
        this.secondEdge = new Pair(house.http2(newOwn, newPages), house.http(new ToHttps()));
        this.redirecting = redirects.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Pair(
                                house.https(authority.identity(REDIRECTED.get(each.getKey())), each.getValue()),
                                house.http(each.getValue()))));
        house.open();
        faults.listen(this::switched);
    }

    int https(Side side) {
        return sites.get(side).https().port();
    }

    int http(Side side) {
        return sites.get(side).http().port();
    }

    /** Ports of the doors that strangers find by name, as {@code apex.https} and so on. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new TreeMap<>();
        note(ports, "edge2", secondEdge);
        redirecting.forEach((address, pair) -> note(ports, address.name().toLowerCase(Locale.ROOT), pair));
        return ports;
    }

    private static void note(Map<String, Integer> ports, String name, Pair pair) {
        ports.put(name + ".https", pair.https().port());
        ports.put(name + ".http", pair.http().port());
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

    int twilio() {
        return twilio.port();
    }

    int mailgunUs() {
        return mailgunUs.port();
    }

    int mailgunEu() {
        return mailgunEu.port();
    }

    @Override
    public void close() {
        house.close();
    }

    private void switched(Side side, Fault fault, boolean nowOn) {
        Site site = sites.get(side);
        if (fault == Fault.CONNECTION_REFUSED) {
            List.of(site.https(), site.http()).forEach(nowOn ? Door::shut : Door::open);
        }
        if (fault == Fault.HTTP2_LOST && side == Side.NEW) {
            List.of(site.https(), gateway, secondEdge.https()).forEach(door -> door.http2(!nowOn));
        }
        if (fault == Fault.DEFAULT_CERTIFICATE) {
            site.https().show(nowOn ? site.standard() : site.own());
        }
    }
}
