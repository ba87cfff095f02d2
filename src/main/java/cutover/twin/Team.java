package cutover.twin;

import cutover.twin.chat.TeamMailbox;
import cutover.twin.chat.TeamRooms;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.front.Door;
import cutover.twin.front.House;
import cutover.twin.tls.Authority;
import java.util.List;
import java.util.Map;

/** The people who launch, and where they read; in a house of its own, far from what is under test. */
public final class Team implements AutoCloseable {

    private final TeamRooms rooms;
    private final TeamMailbox mailbox;
    private final House house;
    private final Door door;

    Team(Authority authority, Ids ids, Faults faults, Later later) {
        this.rooms = new TeamRooms(faults, ids);
        this.mailbox = new TeamMailbox(ids, authority.identity(List.of(TeamMailbox.HOST)));
        this.house = new House(later);
        this.door = house.https(authority.identity(List.of(TeamMailbox.HOST)), rooms);
        house.open();
        faults.listen((side, fault, nowOn) -> {
            if (fault == Fault.TEAM_MAIL_REFUSED) {
                mailbox.takes(!nowOn);
            }
        });
    }

    /** The chat rooms. */
    public TeamRooms rooms() {
        return rooms;
    }

    /** The mailbox. */
    public TeamMailbox mailbox() {
        return mailbox;
    }

    /** Placeholders of an environment file; none is secret. */
    Map<String, String> values() {
        return Map.of(
                "twin.team.smtp.host",
                TeamMailbox.HOST,
                "twin.team.smtp.port",
                Integer.toString(mailbox.port()),
                "twin.team.mail",
                TeamMailbox.TEAM);
    }

    /** Whoever knows the addresses can write to the team, so they are secrets. */
    Map<String, String> secrets() {
        return Map.of(
                "TWIN_SLACK_WEBHOOK", at(rooms.slackTarget()),
                "TWIN_TEAMS_WEBHOOK", at(rooms.workflowTarget()),
                "TWIN_TEAM_HOOK", at(rooms.hookTarget()),
                "TWIN_TEAM_HOOK_TOKEN", rooms.hookToken(),
                "TWIN_TEAM_MAIL_PASSWORD", mailbox.password());
    }

    void clear() {
        rooms.clear();
        mailbox.clear();
    }

    private String at(String target) {
        return "https://" + TeamMailbox.HOST + ":" + door.port() + target;
    }

    @Override
    public void close() {
        house.close();
        mailbox.close();
    }
}
