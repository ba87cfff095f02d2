package cutover.twin;

import cutover.twin.dns.Authority;
import cutover.twin.dns.DnsWorld;
import cutover.twin.dns.Manner;
import cutover.twin.dns.Zone;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What can be wrong with the zone of one side's name: the new name's for the new side, the old one's for the old. */
final class ZoneFaults {

    private static final long TTL = 60;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SLOW = Duration.ofMillis(2_200);
    private static final String DISTRIBUTION = "d111111abcdef8.cloudfront";
    private static final String GATEWAY = "a1b2c3d4e5.execute-api";

    private static final Map<Fault, Consumer<ZoneFaults>> EDITS = edits();

    /** All of them. */
    static final Set<Fault> ALL = EDITS.keySet();

    private final DnsWorld world;
    private final String zone;
    private final String name;
    private final PublicAddress elsewhere;

    ZoneFaults(DnsWorld world, Side side) {
        boolean fresh = side == Side.NEW;
        this.world = world;
        this.zone = fresh ? NameWorld.NEW_ZONE : NameWorld.OLD_ZONE;
        this.name = fresh ? "@" : "clearmyrecord";
        this.elsewhere = fresh ? PublicAddress.EDGE_2 : PublicAddress.BACK;
    }

    void apply(Fault fault) {
        EDITS.get(fault).accept(this);
    }

    private static Map<Fault, Consumer<ZoneFaults>> edits() {
        Map<Fault, Consumer<ZoneFaults>> edits = new EnumMap<>(Fault.class);
        edits.put(Fault.NAME_SERVER_STALE, ZoneFaults::stale);
        edits.put(Fault.NAME_SERVER_SERIAL_DIFFERS, it -> it.second(zone -> zone.withSerial(zone.serial() - 1)));
        edits.put(Fault.NAME_SERVER_OTHER_TTL, it -> it.second(zone -> zone.withTtl(TTL / 2, "A", "AAAA")));
        edits.put(Fault.NAME_SERVER_LAME, it -> it.second().behave(Manner.LAME));
        edits.put(Fault.NAME_SERVER_REFUSES, it -> it.second().behave(Manner.REFUSING));
        edits.put(Fault.NAME_SERVER_FAILS, it -> it.second().behave(Manner.FAILING));
        edits.put(Fault.NAME_SERVER_SILENT, it -> it.second().behave(Manner.SILENT));
        edits.put(Fault.NAME_SERVER_SLOW, it -> it.second().delay(SLOW));
        edits.put(Fault.NAME_SERVER_SILENT_OVER_TCP, it -> it.second().behave(Manner.SILENT_OVER_TCP));
        edits.put(Fault.NAME_SERVER_GARBLED, it -> it.second().behave(Manner.GARBAGE));
        edits.put(Fault.NAME_SERVER_ENDLESS, it -> it.second().behave(Manner.ENDLESS));
        edits.put(Fault.NAME_SERVERS_ALL_SILENT, it -> it.world.servers(it.zone).forEach(ZoneFaults::silent));
        edits.put(Fault.NAME_SERVERS_OUT_OF_REACH, ZoneFaults::alsoWhereNobodyIs);
        edits.put(
                Fault.PARENT_NAMES_OTHERS,
                it -> it.world.delegate(it.zone, "ns1.registrar.example", "ns2.registrar.example"));
        edits.put(Fault.ZONE_NAMES_OTHERS, ZoneFaults::zoneNamesAnother);
        edits.put(Fault.GLUE_DIFFERS, ZoneFaults::secondIsElsewhere);
        edits.put(Fault.NOT_DELEGATED, it -> it.world.edit("org", parent -> parent.without(it.zone + ".", "NS")));
        edits.put(Fault.ABSENCE_REMEMBERED, it -> it.world.negativeTtl(it.zone, DAY));
        edits.put(Fault.ALIAS_AT_APEX, it -> it.world.aliasAtApex(it.zone, DISTRIBUTION + "." + NameWorld.PLATFORMS));
        edits.put(Fault.ALIAS_TO_GATEWAY, ZoneFaults::aliasToTheGateway);
        edits.put(Fault.ALIAS_DANGLING, ZoneFaults::distributionIsGone);
        edits.put(Fault.IPV6_STALE, it -> it.edit(zone -> zone.set(it.name, "AAAA", TTL, it.elsewhere.v6())));
        edits.put(Fault.IPV6_MISSING, it -> it.edit(zone -> zone.without(it.name, "AAAA")));
        edits.put(
                Fault.ADDRESS_MISSING,
                it -> it.edit(zone -> zone.without(it.name, "A").without(it.name, "AAAA")));
        edits.put(Fault.ADDRESSES_MIXED, it -> it.edit(zone -> zone.with(it.name + " 60 A " + it.elsewhere.v4())));
        edits.put(Fault.WILDCARD, it -> it.world.wildcard(it.zone, it.elsewhere.v4()));
        edits.put(Fault.ISSUER_FORBIDDEN, it -> it.world.issuers(it.zone, "ca.example"));
        edits.put(Fault.MX_LOST, it -> it.edit(zone -> zone.without("@", "MX")));
        edits.put(Fault.SPF_LOST, it -> it.edit(zone -> zone.without("@", "TXT")));
        edits.put(
                Fault.DKIM_CHANGED,
                it -> it.edit(zone -> zone.set("k1._domainkey", "TXT", TTL, "\"k=rsa; p=MIGfMA0anotherKey\"")));
        edits.put(Fault.UNLISTED_RECORD_LOST, ZoneFaults::neverCopied);
        edits.put(Fault.TTL_RAISED, it -> it.world.ttl(it.zone, DAY, "A", "AAAA", "CNAME"));
        edits.put(Fault.DS_LEFT_BEHIND, it -> it.world.leaveDsBehind(it.zone));
        edits.put(Fault.DS_MISSING, it -> it.world.edit("org", parent -> parent.without(it.zone + ".", "DS")));
        edits.put(Fault.ZONE_SIGNED, it -> it.world.sign(it.zone));
        edits.put(Fault.SIGNATURES_EXPIRED, it -> it.world.expireSignatures(it.zone));
        return edits;
    }

    /** Its name server that is not the primary. */
    private Authority second() {
        return world.servers(zone).get(1);
    }

    private void second(UnaryOperator<Zone> change) {
        second().edit(zone, change);
    }

    private void edit(UnaryOperator<Zone> change) {
        world.edit(zone, change);
    }

    private void stale() {
        second(now -> now.set(name, "A", TTL, elsewhere.v4()).withSerial(now.serial() - 1));
    }

    private void zoneNamesAnother() {
        String first = world.servers(zone).get(0).name();
        world.nameServers(zone, first, "ns1.registrar.example");
    }

    private static void silent(Authority server) {
        server.behave(Manner.SILENT);
    }

    /** Nothing of the twin listens at the IPv6 address of this machine. */
    private void alsoWhereNobodyIs() {
        world.servers(zone)
                .forEach(server -> world.edit(
                        NameWorld.PLATFORMS, before -> before.with(server.name() + ". " + TTL + " AAAA ::1")));
    }

    /** According to the zone it is where the first one is, which serves the zone as well. */
    private void secondIsElsewhere() {
        String there = world.servers(zone).get(0).address().getAddress().getHostAddress();
        edit(before -> before.set(second().name() + ".", "A", TTL, there));
    }

    private void aliasToTheGateway() {
        world.edit(NameWorld.PLATFORMS, before -> before.with(GATEWAY + " 60 A " + PublicAddress.GATEWAY.v4()));
        edit(before -> before.set("www", "CNAME", TTL, GATEWAY + "." + NameWorld.PLATFORMS + "."));
    }

    private void distributionIsGone() {
        world.edit(
                NameWorld.PLATFORMS, before -> before.without(DISTRIBUTION, "A").without(DISTRIBUTION, "AAAA"));
    }

    private void neverCopied() {
        world.registrar()
                .forEach(server -> server.edit(
                        zone,
                        before -> before.with("k1._domainkey 300 CAA 0 iodef \"mailto:dns@codeforamerica.org\"")));
    }
}
