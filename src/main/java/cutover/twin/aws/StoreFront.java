package cutover.twin.aws;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Incoming;
import cutover.twin.web.WebResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The object store: who may do what with the two buckets of the application's files. */
final class StoreFront {

    private static final Set<String> BUCKETS = Set.of(MediaBuckets.NEW, MediaBuckets.OLD);
    private static final WebResponse NOT_IMPLEMENTED =
            XmlAnswer.storeError(501, "NotImplemented", "A header you provided implies functionality");

    private final Signatures signatures;
    private final AwsKey retired;
    private final Faults faults;
    private final BucketsApi buckets;
    private final ObjectsApi objects;
    private final Supplier<Instant> now;

    /**
     * The store.
     *
     * @param signatures those that are good
     * @param retired the key of the old host, which may read objects only
     */
    StoreFront(
            Signatures signatures,
            AwsKey retired,
            Account account,
            WrittenObjects written,
            Faults faults,
            Supplier<Instant> now) {
        this.signatures = signatures;
        this.retired = retired;
        this.faults = faults;
        this.buckets = new BucketsApi(faults);
        this.objects = new ObjectsApi(new MediaBuckets(account, written, faults), written);
        this.now = now;
    }

    /** Whether somebody without a signature asks for one of the buckets. */
    static boolean isAskedByStranger(Incoming request) {
        return request.header("Authorization").isEmpty() && BUCKETS.contains(ObjectsApi.bucket(request));
    }

    WebResponse toStranger(Incoming request) {
        boolean open = on(Side.NEW, ObjectsApi.key(request).isEmpty() ? Fault.MEDIA_LISTABLE : Fault.MEDIA_PUBLIC);
        return open
                        && ObjectsApi.bucket(request).equals(MediaBuckets.NEW)
                        && request.method().equals("GET")
                ? objects.answer(request)
                : XmlAnswer.storeError(403, "AccessDenied", "Access Denied");
    }

    WebResponse answer(Incoming request) {
        Optional<Flaw> flaw = signatures.flaw(request, "s3");
        if (flaw.isPresent()) {
            return XmlAnswer.storeError(403, flaw.get().inStore(), flaw.get().message());
        }
        boolean put = request.method().equals("PUT") && !ObjectsApi.key(request).isEmpty();
        if (!put && !request.method().equals("GET") || inChunks(request)) {
            return NOT_IMPLEMENTED;
        }
        String permission = permission(request);
        if (!permitted(request, permission)) {
            return XmlAnswer.storeError(403, "AccessDenied", AccountApis.denied(permission));
        }
        if (put) {
            return objects.put(request, now.get());
        }
        return request.query().startsWith("encryption") ? buckets.answer(request) : objects.answer(request);
    }

    /** A body whose parts are signed one by one is not understood here. */
    private static boolean inChunks(Incoming request) {
        return request.header("X-Amz-Content-Sha256").orElse("").startsWith("STREAMING-");
    }

    private static String permission(Incoming request) {
        if (request.query().startsWith("encryption")) {
            return "s3:GetEncryptionConfiguration";
        }
        if (ObjectsApi.key(request).isEmpty()) {
            return "s3:ListBucket";
        }
        return request.method().equals("PUT") ? "s3:PutObject" : "s3:GetObject";
    }

    private boolean permitted(Incoming request, String permission) {
        if (Signatures.key(request).equals(retired.id())) {
            return permission.equals("s3:GetObject") && !on(Side.OLD, Fault.OLD_KEY_CANT_READ);
        }
        return !on(Side.NEW, Fault.ACCOUNT_REFUSES)
                && !(on(Side.NEW, Fault.LISTING_REFUSED) && permission.equals("s3:ListBucket"))
                && !(on(Side.NEW, Fault.READING_REFUSED) && permission.equals("s3:GetObject"));
    }

    private boolean on(Side side, Fault fault) {
        return faults.on(side, fault);
    }
}
