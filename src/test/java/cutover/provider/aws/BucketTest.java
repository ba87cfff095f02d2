package cutover.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.provider.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final String WHEN = "2026-01-02T03:04:05.000Z";

    @Test
    void everyPageIsReadAndKeysAreAsTheyAre() throws Exception {
        try (AwsServer server = new AwsServer(number -> number == 1
                        ? list("token=1", object("a%3A1+x%2By.pdf", 5, "t1"))
                        : list("", object("b.pdf", 6, "t2")));
                Bucket bucket = bucket(server, 2)) {
            List<Stored> seen = new ArrayList<>();

            assertThat(bucket.each(seen::add)).isEqualTo(Told.value(2L));

            assertThat(seen)
                    .containsExactly(
                            new Stored("a:1 x+y.pdf", 5, "t1", Instant.parse(WHEN)),
                            new Stored("b.pdf", 6, "t2", Instant.parse(WHEN)));
            assertThat(server.asked().get(0)).contains("max-keys=2").contains("encoding-type=url");
            assertThat(server.asked().get(1)).contains("continuation-token=token%3D1");
        }
    }

    @Test
    void aListThatBreaksOffIsNoList() throws Exception {
        try (AwsServer server = new AwsServer(number -> number == 1
                        ? list("more", object("a", 1, "t"))
                        : xml(403, "<Error><Code>AccessDenied</Code><Message>not any more</Message></Error>"));
                Bucket bucket = bucket(server, 1)) {
            assertThat(bucket.each(object -> {})).isEqualTo(Told.refused(403, "AccessDenied", "media: not any more"));
        }
    }

    @Test
    void aListThatSaysThereIsMoreAndNotWhereIsNotWhole() throws Exception {
        String cut = "<ListBucketResult><IsTruncated>true</IsTruncated>" + object("a", 1, "t") + "</ListBucketResult>";
        try (AwsServer server = new AwsServer(number -> xml(200, cut));
                Bucket bucket = bucket(server, 1)) {
            assertThat(bucket.each(object -> {}))
                    .isEqualTo(Told.unavailable("the list of media ends after a although there is more"));
        }
    }

    @Test
    void aListOutOfOrderCantBeCompared() throws Exception {
        try (AwsServer server = new AwsServer(number -> list("", object("b", 1, "t"), object("a", 1, "t")));
                Bucket bucket = bucket(server, 9)) {
            assertThat(bucket.each(object -> {}))
                    .isEqualTo(Told.unavailable("media lists a after b, which is not the order of keys"));
        }
    }

    @Test
    void keysAreInTheOrderOfTheirBytesNotOfJavasCharacters() {
        String beyond = new String(Character.toChars(0x1F4C4));

        assertThat(Listing.inOrder("\uFF21", beyond)).isNegative();
        assertThat("\uFF21".compareTo(beyond)).isPositive();
    }

    @Test
    void whatDiffersIsToldAndNothingElse() throws Exception {
        Function<Integer, String> old =
                number -> list("", object("a", 1, "t"), object("c", 1, "t"), object("d", 1, "t"), object("e", 1, "t"));
        Function<Integer, String> now =
                number -> list("", object("b", 1, "t"), object("c", 1, "t"), object("d", 2, "t"), object("f", 1, "t"));
        Difference difference = compared(old, now).value().orElseThrow();

        assertThat(keys(difference.missing())).containsExactly("a", "e");
        assertThat(keys(difference.added())).containsExactly("b", "f");
        assertThat(keys(difference.different())).containsExactly("d");
        assertThat(difference.same()).isEqualTo(1);
        assertThat(difference.first()).isEqualTo(4);
    }

    @Test
    void manyFilesAreComparedPageByPage() throws Exception {
        int pages = 20;
        Function<Integer, String> thousand = number -> list(
                number < pages ? "next" : "",
                IntStream.range(0, 1000)
                        .mapToObj(n -> object("filled_pdfs/%08d.pdf".formatted(number * 1000 + n), 70_000, "tag"))
                        .toArray(String[]::new));
        try (AwsServer one = new AwsServer(thousand);
                AwsServer other = new AwsServer(thousand);
                Bucket from = bucket(one, 1000);
                Bucket to = bucket(other, 1000)) {
            Difference difference = from.against(to, object -> {}).value().orElseThrow();

            assertThat(difference.same()).isEqualTo(pages * 1000L);
            assertThat(one.asked()).hasSize(pages);
            assertThat(other.asked()).hasSize(pages);
        }
    }

    @Test
    void otherTagsOfTheSameSizeAreSettledByReading() throws Exception {
        Function<Integer, String> old =
                number -> number == 1 ? list("", object("a", 3, "whole"), object("b", 3, "whole")) : content("same");
        Function<Integer, String> now = number -> number == 1
                ? list("", object("a", 3, "parts-2"), object("b", 3, "parts-2"))
                : content(number == 2 ? "same" : "else");
        Difference difference = compared(old, now).value().orElseThrow();

        assertThat(difference.same()).isEqualTo(1);
        assertThat(difference.read()).isEqualTo(1);
        assertThat(keys(difference.different())).containsExactly("b");
    }

    @Test
    void anObjectThatCantBeReadLeavesTheComparisonOpen() throws Exception {
        Function<Integer, String> old = number -> list("", object("a", 3, "whole"));
        String denied = xml(403, "<Error><Code>AccessDenied</Code><Message>no key</Message></Error>");

        assertThat(compared(number -> number == 1 ? old.apply(1) : denied, number -> list("", object("a", 3, "x")))
                        .trouble())
                .isEqualTo("it refuses our call with 403 AccessDenied: no key");
    }

    @Test
    void oneBrokenListSaysNothingOfTheOther() throws Exception {
        String gone = xml(404, "<Error><Code>NoSuchBucket</Code><Message>none</Message></Error>");

        assertThat(compared(number -> list("", object("a", 1, "t")), number -> gone))
                .isEqualTo(Told.refused(404, "NoSuchBucket", "media: none"));
    }

    @Test
    void aStrangerSignsNothing() throws Exception {
        try (AwsServer server = new AwsServer(
                        number -> xml(403, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>"));
                Bucket bucket = new Bucket(
                        new AwsAccess(
                                "us-west-1",
                                server.access().endpoint(),
                                AwsCredential.ofStranger(),
                                server.access().timeout()),
                        "media",
                        1)) {
            assertThat(bucket.begins("a:b c.pdf", 5)).isEqualTo(Told.refused(403, "AccessDenied", "no"));
            assertThat(server.asked().get(0))
                    .startsWith("GET /media/a%3Ab%20c.pdf")
                    .contains("bytes=0-4")
                    .doesNotContainIgnoringCase("Authorization:");
        }
    }

    private static Told<Difference> compared(Function<Integer, String> old, Function<Integer, String> now)
            throws IOException {
        try (AwsServer one = new AwsServer(old);
                AwsServer other = new AwsServer(now);
                Bucket from = bucket(one, 9);
                Bucket to = bucket(other, 9)) {
            return from.against(to, object -> {});
        }
    }

    private static Bucket bucket(AwsServer server, int page) {
        return new Bucket(server.access(), "media", page);
    }

    private static List<String> keys(List<Stored> objects) {
        return objects.stream().map(Stored::key).toList();
    }

    private static String list(String next, String... objects) {
        return xml(
                200,
                "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>" + !next.isEmpty() + "</IsTruncated>"
                        + (next.isEmpty() ? "" : "<NextContinuationToken>" + next + "</NextContinuationToken>")
                        + Stream.of(objects).collect(Collectors.joining()) + "</ListBucketResult>");
    }

    private static String object(String key, long size, String tag) {
        return "<Contents><Key>" + key + "</Key><LastModified>" + WHEN + "</LastModified><ETag>&quot;" + tag
                + "&quot;</ETag><Size>" + size + "</Size></Contents>";
    }

    private static String content(String text) {
        return "HTTP/1.1 200 X\r\nContent-Type: application/pdf\r\nConnection: close\r\nContent-Length: "
                + text.length() + "\r\n\r\n" + text;
    }

    private static String xml(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }
}
