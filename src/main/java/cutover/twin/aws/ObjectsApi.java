package cutover.twin.aws;

import cutover.twin.front.Incoming;
import cutover.twin.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists, gives out and takes the files of buckets that are named in the path, as the vendor describes ListObjectsV2,
 * GetObject and PutObject.
 */
final class ObjectsApi {

    private static final int PAGE = 1000;
    private static final WebResponse NO_BUCKET =
            XmlAnswer.storeError(404, "NoSuchBucket", "The specified bucket does not exist");
    private static final Pattern PLACE = Pattern.compile("/([^/]+)(?:/(.*))?", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{1,9})");

    private final MediaBuckets buckets;
    private final WrittenObjects written;

    ObjectsApi(MediaBuckets buckets, WrittenObjects written) {
        this.buckets = buckets;
        this.written = written;
    }

    /** The bucket that the path names; empty when it names none. */
    static String bucket(Incoming request) {
        Matcher place = PLACE.matcher(request.path());
        return place.matches() ? place.group(1) : "";
    }

    /** The key that the path names; empty when the bucket itself is meant. */
    static String key(Incoming request) {
        Matcher place = PLACE.matcher(request.path());
        return place.matches() && place.group(2) != null ? place.group(2) : "";
    }

    WebResponse answer(Incoming request) {
        Optional<List<StoredObject>> objects = buckets.in(bucket(request));
        if (objects.isEmpty()) {
            return NO_BUCKET;
        }
        return key(request).isEmpty() ? list(request, objects.get()) : object(request, objects.get());
    }

    WebResponse put(Incoming request, Instant now) {
        String bucket = bucket(request);
        if (buckets.in(bucket).isEmpty()) {
            return NO_BUCKET;
        }
        StoredObject object = StoredObject.of(key(request), request.body(), now)
                .ofType(request.header("Content-Type").orElse("binary/octet-stream"));
        written.put(bucket, object);
        return new WebResponse(200, List.of(), new byte[0]).with("ETag", "\"" + object.tag() + "\"");
    }

    private static WebResponse list(Incoming request, List<StoredObject> all) {
        Form query = Form.query(request.query());
        if (!query.value("list-type").equals("2")) {
            return XmlAnswer.storeError(501, "NotImplemented", "only the second version of the list is told");
        }
        String token = query.value("continuation-token");
        int from = token.isEmpty() ? 0 : position(token, all);
        int size = query.value("max-keys").isEmpty() ? PAGE : Math.min(PAGE, Integer.parseInt(query.value("max-keys")));
        int to = Math.min(all.size(), from + size);
        boolean encoded = query.value("encoding-type").equals("url");
        String next = to < all.size()
                ? XmlAnswer.element(
                        "NextContinuationToken", token(all.get(to - 1).key()))
                : "";
        return XmlAnswer.store("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + XmlAnswer.element("Name", bucket(request))
                + (encoded ? XmlAnswer.element("EncodingType", "url") : "")
                + XmlAnswer.element("KeyCount", Integer.toString(to - from))
                + XmlAnswer.element("MaxKeys", Integer.toString(size))
                + XmlAnswer.element("IsTruncated", Boolean.toString(to < all.size()))
                + next
                + all.subList(from, to).stream()
                        .map(object -> contents(object, encoded))
                        .collect(Collectors.joining())
                + "</ListBucketResult>");
    }

    private static String contents(StoredObject object, boolean encoded) {
        String key = encoded
                ? URLEncoder.encode(object.key(), StandardCharsets.UTF_8).replace("%2F", "/")
                : object.key();
        return XmlAnswer.element(
                "Contents",
                XmlAnswer.element("Key", XmlAnswer.escaped(key))
                        + XmlAnswer.element("LastModified", object.modified().toString())
                        + XmlAnswer.element("ETag", "&quot;" + object.tag() + "&quot;")
                        + XmlAnswer.element("Size", Integer.toString(object.content().length))
                        + XmlAnswer.element("StorageClass", "STANDARD"));
    }

    /** A token holds the last key told, so that what is written meanwhile shifts nothing. */
    private static String token(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String token, List<StoredObject> all) {
        byte[] last = Base64.getUrlDecoder().decode(token);
        return (int) all.stream()
                .filter(object -> Arrays.compareUnsigned(object.key().getBytes(StandardCharsets.UTF_8), last) <= 0)
                .count();
    }

    private static WebResponse object(Incoming request, List<StoredObject> all) {
        return all.stream()
                .filter(object -> object.key().equals(key(request)))
                .findFirst()
                .map(object -> served(request, object))
                .orElseGet(() -> XmlAnswer.storeError(404, "NoSuchKey", "The specified key does not exist."));
    }

    private static WebResponse served(Incoming request, StoredObject object) {
        Matcher range = RANGE.matcher(request.header("Range").orElse(""));
        if (!range.matches()) {
            return described(200, object, object.content());
        }
        int length = object.content().length;
        int from = Integer.parseInt(range.group(1));
        if (from >= length) {
            return XmlAnswer.storeError(416, "InvalidRange", "The requested range is not satisfiable");
        }
        int to = Math.min(length, Integer.parseInt(range.group(2)) + 1);
        return described(206, object, Arrays.copyOfRange(object.content(), from, to))
                .with("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + length);
    }

    private static WebResponse described(int status, StoredObject object, byte[] body) {
        return new WebResponse(status, List.of(), body)
                .with("Content-Type", object.type())
                .with("ETag", "\"" + object.tag() + "\"")
                .with(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                object.modified().atOffset(ZoneOffset.UTC)))
                .with("Accept-Ranges", "bytes");
    }
}
