package cutover.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-22T15:00:00Z");

    private static Mail read(String raw) {
        return MimeMail.read(bytes(raw), "stored", RECEIVED);
    }

    private static byte[] bytes(String raw) {
        return raw.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void placeAndTimeComeFromTheCaller() {
        Mail mail = read("""
                From: Site <site@example.org>
                To: a@example.org
                Subject: hello
                Message-ID: <2@example.org>

                words
                """);
        assertThat(mail.folder()).isEqualTo("stored");
        assertThat(mail.received()).isEqualTo(RECEIVED);
        assertThat(mail.from()).isEqualTo("site@example.org");
        assertThat(mail.messageId()).isEqualTo("<2@example.org>");
        assertThat(mail.sent()).isEmpty();
        assertThat(mail.text()).isEqualTo("words\r\n");
        assertThat(mail.cut()).isFalse();
    }

    @Test
    void encodedWordsOfBothKindsAndFoldsAreUndone() {
        Mail mail = read("""
                Subject: =?UTF-8?B?R8OzbWV6?= =?iso-8859-1?Q?_y_Mu=F1oz?=
                 and
                \tsons
                X-Own: =?utf-8?Q?caf=C3=A9?=

                """);
        assertThat(mail.subject()).isEqualTo("Gómez y Muñoz and\tsons");
        assertThat(mail.header("x-own")).contains("café");
    }

    @Test
    void base64IsUndone() {
        String words = "café, whole";
        Mail mail = read("""
                Content-Type: text/plain; charset="utf-8"
                Content-Transfer-Encoding: base64

                """ + Base64.getMimeEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
        assertThat(mail.text()).isEqualTo(words);
    }

    @Test
    void rawBytesAreReadInTheirCharset() {
        assertThat(read("""
                        Content-Type: text/plain; charset=ISO-8859-1
                        Content-Transfer-Encoding: 8bit

                        café
                        """).text()).isEqualTo("café\r\n");
    }

    @Test
    void textsOfNestedPartsAreGatheredAndAttachmentsAreNot() {
        Mail mail = read("""
                Content-Type: multipart/mixed; boundary=out

                --out
                Content-Type: multipart/related; boundary=mid

                --mid
                Content-Type: multipart/alternative; boundary=in

                --in
                Content-Type: text/plain

                deep words
                --in
                Content-Type: text/html

                <p>deep words</p>
                --in--
                --mid--
                --out
                Content-Type: text/plain; name=log.txt
                Content-Disposition: attachment; filename=log.txt

                attached words
                --out
                Content-Type: image/png
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --out--
                """);
        assertThat(mail.text()).isEqualTo("deep words");
        assertThat(mail.html()).isEqualTo("<p>deep words</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed; boundary=b\n\nwords without a boundary\n",
                "Content-Type: multipart/mixed\n\nwords without a boundary\n",
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nwords without an end",
                "Content-Type: text/plain; charset=no-such-set\n\nwords",
                "Content-Type: text/plain; charset=\"\n\nwords",
                "Content-Type: text/plain; charset=*!\n\nwords",
                "Content-Transfer-Encoding: x-unknown\n\nwords",
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: x-unknown\n\nwords\n--b--\n",
                "Content-Disposition: ;;;\n\nwords",
                "Date: soon\nTo: (((<\nCc: <<>>, @@\nFrom: \"a <b\nno header at all\n\nwords",
                "Subject: =?no-such-set?B?!!?= =?utf-8?Q?=ZZ?= =?\n\nwords"
            })
    void brokenMailGivesWhatCanBeRead(String raw) {
        assertThat(read(raw).text()).contains("words");
    }

    @Test
    void whatCanNotBeDecodedIsKeptAsItStandsAndSaysSo() {
        assertThat(read("Content-Transfer-Encoding: base64\n\nd29yZHM=\na").text())
                .contains("(a part could not be decoded: ")
                .contains("d29yZHM=");
    }

    @Test
    void aMailThatIsTooLargeIsCutAndSaysSo() {
        byte[] raw = new byte[5 << 20];
        Arrays.fill(raw, (byte) 'x');
        System.arraycopy(bytes("Subject: large\n\n"), 0, raw, 0, bytes("Subject: large\n\n").length);
        Mail mail = MimeMail.read(raw, "stored", RECEIVED);
        assertThat(mail.cut()).isTrue();
        assertThat(mail.subject()).isEqualTo("large");
    }

    @Test
    void nothingIsAMailWithoutAnything() {
        Mail mail = read("");
        assertThat(mail.headers()).isEmpty();
        assertThat(mail.text() + mail.subject() + mail.from()).isEmpty();
    }

    @Test
    void partsWithoutEndAreReadToSomeDepth() {
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=b").append(i);
            raw.append("\n\n--b").append(i).append('\n');
        }
        assertThat(read(raw + "\nwords").text()).contains("words");
    }

    @Test
    void noBytesThrow() {
        java.util.Random random = new java.util.Random(7);
        byte[] whole = bytes("""
                Subject: =?UTF-8?B?R8OzbWV6?=
                From: a@example.org
                Content-Type: multipart/alternative; boundary="b b"

                --b b
                Content-Type: text/plain; charset="utf-8"
                Content-Transfer-Encoding: quoted-printable

                caf=C3=A9
                --b b
                Content-Type: text/html
                Content-Transfer-Encoding: base64

                PHA+Y2Fmw6k8L3A+
                --b b--
                """);
        for (int i = 0; i < 3_000; i++) {
            byte[] some = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int j = 0; j < i % 12 && some.length > 0; j++) {
                some[random.nextInt(some.length)] = (byte) random.nextInt(256);
            }
            assertThat(MimeMail.read(some, "stored", RECEIVED).folder()).isEqualTo("stored");
        }
    }
}
