package cutover.twin.front;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The object store that serves the assets: a key that does not exist is as forbidden as one that is private. */
public final class AssetFront implements Front {

    private static final String ALPHABET = "0123456789ABCDEF";
    private static final Pattern EXPIRES = Pattern.compile("(?:^|&)Expires=(\\d{1,18})");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Bucket bucket;
    private final Faults faults;
    private final Clock clock;
    private final Ids ids;

    public AssetFront(Bucket bucket, Faults faults, Clock clock, Ids ids) {
        this.bucket = bucket;
        this.faults = faults;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Reply answer(Incoming request) {
        return Reply.now(answered(request)
                .with("Server", "AmazonS3")
                .with("x-amz-request-id", ids.letters(16, ALPHABET))
                .with("x-amz-id-2", ids.letters(75, ALPHABET) + "="));
    }

    private WebResponse answered(Incoming request) {
        String key = request.path().replaceFirst("^/", "");
        if (!READING.contains(request.method())) {
            return denied("Access Denied");
        }
        if (key.isEmpty()) {
            return faults.on(Side.NEW, Fault.STORE_LISTABLE) ? listing() : denied("Access Denied");
        }
        if (key.endsWith(".css") && faults.on(Side.NEW, Fault.STYLES_FORBIDDEN)) {
            return denied("Access Denied");
        }
        return expired(request.query())
                ? denied("Request has expired")
                : bucket.find(key).map(stored -> served(stored, request)).orElseGet(() -> denied("Access Denied"));
    }

    private static WebResponse served(Bucket.Stored stored, Incoming request) {
        CRC32 sum = new CRC32();
        sum.update(stored.content());
        WebResponse answer = new WebResponse(200, List.of(), stored.content())
                .with("Content-Type", stored.contentType())
                .with("ETag", "\"" + Long.toHexString(sum.getValue()) + "\"")
                .with("Accept-Ranges", "bytes");
        return request.header("Origin").isPresent() ? answer.with("Access-Control-Allow-Origin", "*") : answer;
    }

    /** A signed address says itself until when it holds. */
    private boolean expired(String query) {
        Matcher expires = EXPIRES.matcher(query);
        return expires.find() && clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(expires.group(1))));
    }

    private WebResponse denied(String message) {
        return WebResponse.text(
                403,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>" + message
                        + "</Message><RequestId>" + ids.letters(16, ALPHABET) + "</RequestId></Error>");
    }

    private static WebResponse listing() {
        return WebResponse.text(
                200,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                        + "<Name>intake-production-static</Name><Prefix></Prefix><KeyCount>2</KeyCount>"
                        + "<MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>"
                        + "<Contents><Key>admin/css/base.css</Key></Contents>"
                        + "<Contents><Key>intake/img/logo.png</Key></Contents></ListBucketResult>");
    }
}
