package cutover.provider.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import cutover.provider.Told;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The list of a bucket, of which one page is held at a time. For one thread. */
final class Listing {

    private final S3Client client;
    private final ListObjectsV2Request request;
    private final Deque<Stored> page = new ArrayDeque<>();
    private @Nullable String token;
    private String last = "";
    private boolean ended;
    private Told<Boolean> whole = Told.value(true);

    /** @param size keys for each question, 1 to 1000 */
    Listing(S3Client client, String bucket, int size) {
        this.client = client;
        // keys may hold characters that XML does not know
        this.request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .maxKeys(size)
                .encodingType(EncodingType.URL)
                .build();
    }

    /** The object whose turn it is; empty at the end, and where the store tells no more. */
    Optional<Stored> current() {
        while (page.isEmpty() && !ended) {
            turn();
        }
        return Optional.ofNullable(page.peek());
    }

    void next() {
        page.poll();
    }

    /** Why the list ended before its end, if it did. */
    Told<Boolean> whole() {
        return whole;
    }

    /** Amazon lists keys in the order of their bytes in UTF-8, which is not that of Java's texts. */
    static int inOrder(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private void turn() {
        Told<ListObjectsV2Response> told = Calls.asked(() -> client.listObjectsV2(
                request.toBuilder().continuationToken(token).build()));
        told.value().ifPresentOrElse(this::taken, () -> end(told.then(answer -> Told.value(true))));
    }

    private void taken(ListObjectsV2Response answer) {
        for (S3Object told : answer.contents()) {
            if (!last.isEmpty() && inOrder(last, told.key()) >= 0) {
                end(Told.unavailable(request.bucket() + " lists " + told.key() + " after " + last
                        + ", which is not the order of keys"));
                return;
            }
            last = told.key();
            page.add(new Stored(told.key(), told.size(), tag(told), told.lastModified()));
        }
        token = answer.nextContinuationToken();
        if (Boolean.TRUE.equals(answer.isTruncated()) && token == null) {
            end(Told.unavailable(
                    "the list of " + request.bucket() + " ends after " + last + " although there is more"));
        } else if (token == null) {
            ended = true;
        }
    }

    private void end(Told<Boolean> why) {
        ended = true;
        whole = why.fold(
                value -> why,
                refused -> Told.refused(refused.status(), refused.code(), request.bucket() + ": " + refused.detail()),
                unavailable -> Told.unavailable(unavailable.detail()));
        page.clear();
    }

    private static String tag(S3Object told) {
        return Calls.text(told.eTag()).replace("\"", "");
    }
}
