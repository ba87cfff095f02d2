package cutover.provider.mailgun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailgunSignatureTest {

    @Test
    void testCaseTwoOfRfc4231ComesOutHoweverItIsSplit() {
        String expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

        assertThat(MailgunSignature.of("Jefe", "what do ya want ", "for nothing?"))
                .isEqualTo(expected);
        assertThat(MailgunSignature.of("Jefe", "", "what do ya want for nothing?"))
                .isEqualTo(expected);
    }

    @Test
    void testCaseOneOfRfc4231ComesOut() {
        assertThat(MailgunSignature.of("\u000b".repeat(20), "Hi", " There"))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Test
    void aReceiverWithoutKeySignsWithTheEmptyKey() {
        // HMAC-SHA256 of nothing with no key
        assertThat(MailgunSignature.of("", "", ""))
                .isEqualTo("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
    }

    @Test
    void aSignedPostTellsWholeSecondsAndStaysValidForItsOwnTokenOnly() {
        Signed signed = Signed.by("Jefe", Instant.parse("2018-01-12T20:00:00.999Z"), "token");

        assertThat(signed)
                .isEqualTo(new Signed("1515787200", "token", MailgunSignature.of("Jefe", "1515787200", "token")));
        assertThat(signed.signature())
                .isNotEqualTo(Signed.by("Jefe", Instant.parse("2018-01-12T20:00:00Z"), "other")
                        .signature())
                .isNotEqualTo(Signed.by("jefe", Instant.parse("2018-01-12T20:00:00Z"), "token")
                        .signature());
    }
}
