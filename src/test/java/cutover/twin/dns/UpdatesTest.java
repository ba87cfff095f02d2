package cutover.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** Dynamic updates as a client sends them. */
class UpdatesTest {

    private static final Name ZONE = Name.fromConstantString("clearmyrecord.org.");
    private static final Name NEW_NAME = Name.fromConstantString("new.clearmyrecord.org.");

    private final Rig rig = new Rig();
    private final DnsWorld world = rig.world;
    private final Authority primary = world.servers("clearmyrecord.org").get(0);
    private final Authority secondary = world.servers("clearmyrecord.org").get(1);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anUpdateWithTheKeyIsAppliedOnThePrimaryAndTransferredLater() throws IOException {
        long serial = world.zone("clearmyrecord.org").serial();
        Update update = new Update(ZONE);
        update.add(NEW_NAME, Type.A, 60, "198.51.100.7");
        Message reply = send(primary, update, world.updateKey().secret());
        assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(reply.isVerified()).isTrue();
        assertThat(Rig.data(rig.ask(primary, "new.clearmyrecord.org.", "A"))).containsExactly("198.51.100.7");
        assertThat(primary.zone("clearmyrecord.org").orElseThrow().serial()).isEqualTo(serial + 1);
        assertThat(rig.ask(secondary, "new.clearmyrecord.org.", "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
        world.transfer("clearmyrecord.org");
        assertThat(Rig.data(rig.ask(secondary, "new.clearmyrecord.org.", "A"))).containsExactly("198.51.100.7");
    }

    @Test
    void recordsAreReplacedAndDeleted() throws IOException {
        Update update = new Update(ZONE);
        update.replace(ZONE, Type.A, 30, "198.51.100.8");
        update.delete(ZONE, Type.AAAA);
        update.delete(ZONE, Type.MX, "10 mxb.mailgun.example.");
        assertThat(send(primary, update, world.updateKey().secret()).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(Rig.data(rig.ask(primary, "clearmyrecord.org.", "A"))).containsExactly("198.51.100.8");
        assertThat(Rig.ttls(rig.ask(primary, "clearmyrecord.org.", "A"))).containsExactly(30L);
        assertThat(Rig.data(rig.ask(primary, "clearmyrecord.org.", "AAAA"))).isEmpty();
        assertThat(Rig.data(rig.ask(primary, "clearmyrecord.org.", "MX"))).containsExactly("10 mxa.mailgun.example.");
    }

    @Test
    void nothingIsAppliedWhenAConditionIsNotMet() throws IOException {
        Update update = new Update(ZONE);
        update.absent(ZONE, Type.A);
        update.add(NEW_NAME, Type.A, 60, "198.51.100.7");
        assertThat(send(primary, update, world.updateKey().secret()).getRcode()).isEqualTo(Rcode.YXRRSET);
        Update named = new Update(ZONE);
        named.present(NEW_NAME);
        named.add(NEW_NAME, Type.A, 60, "198.51.100.7");
        assertThat(send(primary, named, world.updateKey().secret()).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(rig.ask(primary, "new.clearmyrecord.org.", "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void anotherSecretIsRefusedAndChangesNothing() throws IOException {
        Update update = new Update(ZONE);
        update.add(NEW_NAME, Type.A, 60, "198.51.100.7");
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(send(primary, update, other).getRcode()).isEqualTo(Rcode.NOTAUTH);
        assertThat(rig.ask(primary, "new.clearmyrecord.org.", "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void anotherKeysNameIsRefused() throws IOException {
        Update update = new Update(ZONE);
        update.add(NEW_NAME, Type.A, 60, "198.51.100.7");
        Message reply =
                send(primary, update, tsig("other-key.", world.updateKey().secret()));
        assertThat(reply.getRcode()).isEqualTo(Rcode.NOTAUTH);
        assertThat(reply.getTSIG().getError()).isEqualTo(Rcode.BADKEY);
    }

    @Test
    void anUnsignedUpdateIsRefused() throws IOException {
        Update update = new Update(ZONE);
        update.add(NEW_NAME, Type.A, 60, "198.51.100.7");
        assertThat(Rig.send(Rig.client(primary), update).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void aSecondaryTakesNoUpdates() throws IOException {
        Update update = new Update(ZONE);
        update.add(NEW_NAME, Type.A, 60, "198.51.100.7");
        assertThat(send(secondary, update, world.updateKey().secret()).getRcode())
                .isEqualTo(Rcode.REFUSED);
    }

    @Test
    void aZoneOfOthersIsNotUpdated() throws IOException {
        Update update = new Update(Name.fromConstantString("codeforamerica.org."));
        update.add(Name.fromConstantString("x.codeforamerica.org."), Type.A, 60, "198.51.100.7");
        assertThat(send(primary, update, world.updateKey().secret()).getRcode()).isEqualTo(Rcode.NOTAUTH);
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(world.updateKey().toString())
                .contains("cutover-update")
                .doesNotContain(world.updateKey().secret());
    }

    private Message send(Authority server, Update update, String secret) {
        return send(server, update, tsig(world.updateKey().name(), secret));
    }

    private static Message send(Authority server, Update update, TSIG tsig) {
        SimpleResolver client = Rig.client(server);
        client.setTSIGKey(tsig);
        return Rig.send(client, update);
    }

    private TSIG tsig(String name, String secret) {
        return new TSIG(
                TSIG.HMAC_SHA256,
                Name.fromConstantString(name),
                new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"),
                rig.clock);
    }
}
