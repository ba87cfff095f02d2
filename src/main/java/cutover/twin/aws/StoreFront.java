package cutover.twin.aws;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Incoming;
import cutover.twin.web.WebResponse;
import java.util.Optional;
import java.util.Set;

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

    /**
     * The store.
     *
     * @param signatures those that are good
     * @param retired the key of the old host, which may read objects only
     */
    StoreFront(Signatures signatures, AwsKey retired, Account account, Faults faults) {
        this.signatures = signatures;
        this.retired = retired;
        this.faults = faults;
        this.buckets = new BucketsApi(faults);
        this.objects = new ObjectsApi(new MediaBuckets(account, faults));
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
        if (!request.method().equals("GET")) {
            return NOT_IMPLEMENTED;
        }
        String permission = permission(request);
        if (!permitted(request, permission)) {
            return XmlAnswer.storeError(403, "AccessDenied", AccountApis.denied(permission));
        }
        return request.query().startsWith("encryption") ? buckets.answer(request) : objects.answer(request);
    }

    private static String permission(Incoming request) {
        if (request.query().startsWith("encryption")) {
            return "s3:GetEncryptionConfiguration";
        }
        return ObjectsApi.key(request).isEmpty() ? "s3:ListBucket" : "s3:GetObject";
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
