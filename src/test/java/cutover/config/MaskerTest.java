package cutover.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {

    private static final String VALUE = "p=ä \"q\\/<7>&+%'€";

    private final Masker masker = new Masker();

    @BeforeEach
    void learn() {
        assertThat(masker.learn("STAFF_PASSWORD", VALUE)).isEmpty();
    }

    @Test
    void aKnownValueIsReplacedByItsLabel() {
        assertThat(masker.mask("a " + VALUE + " b" + VALUE + VALUE))
                .isEqualTo("a «STAFF_PASSWORD» b«STAFF_PASSWORD»«STAFF_PASSWORD»");
    }

    @Test
    void aTextWithoutAnyIsTheSameText() {
        String text = "p=a \"q\\/<7>&+%'€ 100% &amp; =3D \\n \n";

        assertThat(masker.mask(text)).isSameAs(text);
        assertThat(new Masker().mask(VALUE)).isSameAs(VALUE);
        assertThat(masker.mask("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void base64IsSeenAtEveryOffset(int before) {
        byte[] bytes = ("x".repeat(before) + VALUE + "!".repeat(before)).getBytes(UTF_8);
        String inside =
                Base64.getEncoder().encodeToString(VALUE.getBytes(UTF_8)).substring(4, 20);

        for (Base64.Encoder encoder : List.of(
                Base64.getEncoder(),
                Base64.getUrlEncoder(),
                Base64.getUrlEncoder().withoutPadding())) {
            assertThat(masker.mask("Authorization: " + encoder.encodeToString(bytes)))
                    .contains("«STAFF_PASSWORD»")
                    .doesNotContain(inside)
                    .hasSizeLessThan("Authorization: «STAFF_PASSWORD»".length() + 2 * before + 6);
        }
    }

    @Test
    void base64BrokenOverLinesIsSeen() {
        byte[] bytes = ("a mail of some length that ends in a secret, namely " + VALUE).getBytes(UTF_8);

        assertThat(masker.mask(Base64.getMimeEncoder(20, "\r\n".getBytes(UTF_8)).encodeToString(bytes)))
                .endsWith("bmFtZWx5IH«STAFF_PASSWORD»w=");
    }

    @Test
    void hexIsSeenInBothCases() {
        String hex = HexFormat.of().formatHex(VALUE.getBytes(UTF_8));

        assertThat(masker.mask("<" + hex + "> <" + hex.toUpperCase(Locale.ROOT) + ">"))
                .isEqualTo("<«STAFF_PASSWORD»> <«STAFF_PASSWORD»>");
    }

    @Test
    void urlEncodingIsSeenHoweverMuchOfItIsEscaped() {
        String form = URLEncoder.encode(VALUE, UTF_8);
        StringBuilder all = new StringBuilder();
        for (byte b : VALUE.getBytes(UTF_8)) {
            all.append("%%%02x".formatted(b));
        }

        assertThat(masker.mask("a=" + form + "&b=" + form.replace("+", "%20") + "&c=" + all + "&d=%C3%A4"))
                .isEqualTo("a=«STAFF_PASSWORD»&b=«STAFF_PASSWORD»&c=«STAFF_PASSWORD»&d=%C3%A4");
        assertThat(masker.mask("a=" + URLEncoder.encode(form, UTF_8) + "&b")).isEqualTo("a=«STAFF_PASSWORD»&b");
    }

    @Test
    void jsonIsSeenAlsoWithinJsonAndWithUrlsInside() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        String once = json.writeValueAsString(VALUE);

        assertThat(masker.mask("{\"a\":" + once + "}")).isEqualTo("{\"a\":\"«STAFF_PASSWORD»\"}");
        assertThat(masker.mask(once.replace("/", "\\/").replace("ä", "\\u00e4").replace("<", "\\u003C")))
                .isEqualTo("\"«STAFF_PASSWORD»\"");
        assertThat(masker.mask(json.writeValueAsString(once))).isEqualTo("\"\\\"«STAFF_PASSWORD»\\\"\"");
        assertThat(masker.mask(json.writeValueAsString("\"" + URLEncoder.encode(VALUE, UTF_8))))
                .isEqualTo("\"\\\"«STAFF_PASSWORD»\"");
    }

    @Test
    void htmlIsSeenHoweverMuchOfItIsEscaped() {
        String named = VALUE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String numbered = named.replace("\"", "&#34;").replace("'", "&#x27;").replace("ä", "&#228;");

        assertThat(masker.mask("<p>" + named + "</p><p>" + numbered + "</p>"))
                .isEqualTo("<p>«STAFF_PASSWORD»</p><p>«STAFF_PASSWORD»</p>");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 55, 60, 63, 66, 69, 72, 75})
    void quotedPrintableIsSeenAcrossSoftLineBreaks(int before) throws IOException, MessagingException {
        String mail = quotedPrintable("x".repeat(before) + VALUE + " and on it goes");

        assertThat(masker.mask(mail))
                .contains("«STAFF_PASSWORD»")
                .doesNotContain("=C3")
                .doesNotContain("=E2");
        assertThat(masker.mask(new ObjectMapper().writeValueAsString(mail)))
                .contains("«STAFF_PASSWORD»")
                .doesNotContain("=C3")
                .doesNotContain("=E2");
    }

    @Test
    void theTokenOfBasicAuthenticationIsSeen() {
        masker.learnPair("API_KEY", "api", "key-0123456789");
        String token = Base64.getEncoder().encodeToString("api:key-0123456789".getBytes(UTF_8));

        assertThat(masker.mask("Basic " + token + "\nkey-0123456789")).isEqualTo("Basic «API_KEY»\n«API_KEY»");
    }

    @Test
    void theTokenOfAPasswordTooShortToMaskIsSeenAllTheSame() {
        assertThat(masker.learnPair("PIN", "staff", "1234"))
                .contains("«PIN» is not masked: it has fewer than 6 characters");

        assertThat(masker.mask("1234 " + Base64.getEncoder().encodeToString("staff:1234".getBytes(UTF_8))))
                .isEqualTo("1234 «PIN»");
    }

    @Test
    void aValueThatHoldsAnotherIsReplacedAsAWhole() {
        masker.learn("INNER", "horse battery");
        masker.learn("OUTER", "correct horse battery staple");

        assertThat(masker.mask("correct horse battery staple, horse battery")).isEqualTo("«OUTER», «INNER»");
    }

    @Test
    void valuesThatOverlapLeaveNothingBetween() {
        masker.learn("LEFT", "abcdefgh");
        masker.learn("RIGHT", "efghijkl");

        assertThat(masker.mask("<abcdefghijkl>")).isEqualTo("<«LEFT»>");
    }

    @Test
    void aValueKnownUnderTwoLabelsKeepsTheFirst() {
        masker.learn("OTHER", VALUE);

        assertThat(masker.mask(VALUE)).isEqualTo("«STAFF_PASSWORD»");
    }

    @Test
    void aKeyOfSeveralLinesIsSeenWithEitherLineBreak() {
        masker.learn("KEY", "-----BEGIN KEY-----\nMIIabc\n-----END KEY-----");

        assertThat(masker.mask("a -----BEGIN KEY-----\r\nMIIabc\r\n-----END KEY----- b"))
                .isEqualTo("a «KEY» b");
    }

    @ParameterizedTest
    @CsvSource({
        "'', fewer than 6 characters",
        "abcde, fewer than 6 characters",
        "'   abc   ', fewer than 6 characters",
        "password, a word that every report holds",
        "Localhost, a word that every report holds"
    })
    void ordinaryWordsAreNotLearntAndThisIsTold(String value, String why) {
        assertThat(masker.learn("SHORT", value))
                .hasValueSatisfying(told ->
                        assertThat(told).startsWith("«SHORT» is not masked: ").endsWith(why));
        assertThat(masker.mask("to " + value + " or")).isEqualTo("to " + value + " or");
    }

    @Test
    void wordsOnTwoLinesAreNotTakenForAValue() {
        masker.learn("WORD", "rollback");

        assertThat(masker.mask("roll\nback")).isEqualTo("roll\nback");
    }

    @Test
    void maskingTwiceChangesNothingMore() {
        String once = masker.mask("a " + VALUE + " " + URLEncoder.encode(VALUE, UTF_8));

        assertThat(masker.mask(once)).isSameAs(once);
    }

    @Test
    void everyKnownValueIsFoundInLargeTextFullOfEscapes() {
        IntStream.range(0, 200).forEach(i -> masker.learn("TOKEN_" + i, "token-%d-%08x".formatted(i, i * 7919)));
        String line = "{\"url\":\"https:\\/\\/www.example.org\\/a%20b?c=d&amp;e\",\"text\":\"=3D lorem ipsum\"}\n";
        String text = line.repeat(5_000) + "token-7-%08x".formatted(7 * 7919) + line;

        assertThat(masker.mask(text))
                .hasSize(text.length() - 16 + "«TOKEN_7»".length())
                .contains("«TOKEN_7»{\"url\"");
    }

    @Test
    void learnsWhileOthersMask() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> masked = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        masker.learn("TOKEN_" + i, "token-value-" + (100 + i));
                        return masker.mask("token-value-" + (100 + i));
                    }))
                    .toList();
            start.countDown();
            for (int i = 0; i < 40; i++) {
                assertThat(masked.get(i).get()).isEqualTo("«TOKEN_" + i + "»");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leaksAreFoundInAllFilesWithTheirForm(@TempDir Path folder) throws IOException {
        Path deep = Files.createDirectories(folder.resolve("run/evidence"));
        Files.writeString(deep.resolve("a-clean.txt"), "nothing here");
        Files.writeString(deep.resolve("b-plain.txt"), VALUE + VALUE);
        Files.writeString(deep.resolve("c-url.har"), "?p=" + URLEncoder.encode(VALUE, UTF_8));
        Files.writeString(deep.resolve("d-token.log"), Base64.getEncoder().encodeToString(VALUE.getBytes(UTF_8)));
        Files.write(deep.resolve("e-binary.pdf"), bytes("%PDF", VALUE.getBytes(StandardCharsets.UTF_16BE)));
        Files.writeString(deep.resolve("f-report.json"), new ObjectMapper().writeValueAsString(VALUE));

        assertThat(masker.scan(folder))
                .containsExactly(
                        new Leak(Path.of("run/evidence/b-plain.txt"), "STAFF_PASSWORD", "as it is"),
                        new Leak(Path.of("run/evidence/c-url.har"), "STAFF_PASSWORD", "url-encoded"),
                        new Leak(Path.of("run/evidence/d-token.log"), "STAFF_PASSWORD", "base64"),
                        new Leak(Path.of("run/evidence/e-binary.pdf"), "STAFF_PASSWORD", "utf-16"),
                        new Leak(Path.of("run/evidence/f-report.json"), "STAFF_PASSWORD", "json"));
    }

    @Test
    void aLeakAcrossThePiecesOfALargeFileIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("large.log"), "x".repeat((4 << 20) - 5) + VALUE + "x".repeat(100));

        assertThat(masker.scan(folder)).containsExactly(new Leak(Path.of("large.log"), "STAFF_PASSWORD", "as it is"));
    }

    @Test
    void aValueInTheNameOfAFileIsALeakThatIsNotRepeated(@TempDir Path folder) throws IOException {
        masker.learn("TOKEN", "token-0123456789");
        Files.writeString(folder.resolve("shot-token-0123456789.txt"), "");

        assertThat(masker.scan(folder))
                .containsExactly(new Leak(Path.of("shot-«TOKEN».txt"), "TOKEN", "in the file's name"));
    }

    @Test
    void aFolderThatIsNotThereProvesNothing(@TempDir Path folder) {
        assertThatThrownBy(() -> masker.scan(folder.resolve("none"))).isInstanceOf(UncheckedIOException.class);
    }

    private static byte[] bytes(String head, byte[] tail) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.getBytes(UTF_8));
        bytes.write(tail);
        return bytes.toByteArray();
    }

    private static String quotedPrintable(String text) throws IOException, MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = MimeUtility.encode(bytes, "quoted-printable")) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
