package cutover.twin.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The application's files: in the old side's bucket, and in the new side's, which was synced with it. */
public final class MediaBuckets {

    public static final String NEW = "intake-production-media";
    public static final String OLD = "cmr-production-media";

    /** How long ago the first sync was. */
    public static final Duration SYNCED = Duration.ofHours(20);

    /** Bundles of the older kind, as the application names them, and one that somebody has renamed. */
    public static final String WITH_COLON = "pdf_bundles/submission_bundle_0001-2018-01-12_09:30.pdf";

    public static final String WITH_BLANK = "pdf_bundles/submission bundle 0001-2018-01-15.pdf";
    public static final String TEMPLATE = "pdfs/petition.pdf";

    private static final String FILLED = "filled_pdfs/";
    private static final String ORPHAN = "filled_pdfs/filled_0001-000000.pdf";
    private static final String LATE = "filled_pdfs/filled_0001-000901.pdf";
    private static final String TRIED = "filled_pdfs/filled_0001-000902.pdf";
    private static final Duration BEFORE_SYNC = Duration.ofDays(3);
    private static final Duration AFTER_SYNC = Duration.ofHours(2);
    private static final Comparator<StoredObject> BY_KEY = (one, other) ->
            Arrays.compareUnsigned(one.key().getBytes(UTF_8), other.key().getBytes(UTF_8));

    private final Account account;
    private final WrittenObjects written;
    private final Faults faults;

    MediaBuckets(Account account, WrittenObjects written, Faults faults) {
        this.account = account;
        this.written = written;
        this.faults = faults;
    }

    /** The files of a bucket in the order of their keys' bytes; empty where there is no such bucket. */
    Optional<List<StoredObject>> in(String bucket) {
        if (bucket.equals(NEW) && !on(Fault.MEDIA_BUCKET_MISSING)) {
            return Optional.of(written.over(NEW, newSide()).sorted(BY_KEY).toList());
        }
        return bucket.equals(OLD)
                ? Optional.of(written.over(OLD, oldSide()).sorted(BY_KEY).toList())
                : Optional.empty();
    }

    private Stream<StoredObject> oldSide() {
        if (on(Fault.OLD_BUCKET_EMPTY)) {
            return Stream.empty();
        }
        List<StoredObject> all = new ArrayList<>(common());
        if (on(Fault.OBJECT_WRITTEN_AFTER_SYNC)) {
            all.add(StoredObject.of(LATE, anyDocument(), account.begun().minus(AFTER_SYNC)));
        }
        return all.stream()
                .filter(object ->
                        !(on(Fault.OBJECT_ON_NEW_SIDE_ONLY) && object.key().equals(WITH_COLON)))
                .map(this::broken);
    }

    private StoredObject broken(StoredObject object) {
        if (object.key().startsWith(FILLED)) {
            return brokenForm(object);
        }
        if (!object.key().equals(WITH_BLANK)) {
            return object;
        }
        if (on(Fault.STORED_PDF_EMPTY)) {
            return object.holding(new byte[0]);
        }
        return on(Fault.STORED_PDF_IS_PAGE)
                ? object.holding("<!DOCTYPE html><title>Server Error (500)</title>".getBytes(UTF_8))
                : object;
    }

    /** The first form of all. */
    private StoredObject brokenForm(StoredObject object) {
        List<String> forms = account.documents().keySet().stream()
                .filter(key -> key.startsWith(FILLED))
                .toList();
        if (!object.key().equals(forms.get(0))) {
            return object;
        }
        if (on(Fault.STORED_PDF_DAMAGED)) {
            return object.holding(Arrays.copyOf(object.content(), object.content().length / 2));
        }
        return on(Fault.STORED_PDF_OF_ANOTHER)
                ? object.holding(account.documents().get(forms.get(1)))
                : object;
    }

    private Stream<StoredObject> newSide() {
        Stream<StoredObject> synced = common().stream()
                .filter(object -> !(on(Fault.OBJECT_NOT_SYNCED) && object.key().equals(ORPHAN)))
                .filter(object ->
                        !(on(Fault.COLON_KEY_NOT_SYNCED) && object.key().equals(WITH_COLON)))
                .map(object -> object.key().equals(TEMPLATE) ? object.copiedInParts(2) : object)
                .map(object -> on(Fault.OBJECT_DIFFERS) && object.key().equals(WITH_BLANK) ? reversed(object) : object)
                .map(object -> on(Fault.CONTENT_TYPE_LOST) && object.key().startsWith("pdf_bundles/")
                        ? object.ofType("binary/octet-stream")
                        : object)
                .map(object -> object.copiedAt(account.begun().minus(SYNCED)));
        // the new site was tried out before it went live
        StoredObject tried =
                StoredObject.of(TRIED, anyDocument(), account.begun().minus(AFTER_SYNC));
        return Stream.concat(synced, Stream.of(tried));
    }

    private List<StoredObject> common() {
        Instant written = account.begun().minus(BEFORE_SYNC);
        List<StoredObject> all = new ArrayList<>();
        account.documents().forEach((key, content) -> all.add(StoredObject.of(key, content, written)));
        Stream.of(WITH_COLON, WITH_BLANK, TEMPLATE, ORPHAN)
                .filter(key -> !(on(Fault.NAMED_OBJECT_LOST) && key.equals(WITH_BLANK)))
                .forEach(key -> all.add(StoredObject.of(key, anyDocument(), written)));
        return all;
    }

    private byte[] anyDocument() {
        return account.documents().values().iterator().next();
    }

    private static StoredObject reversed(StoredObject object) {
        byte[] other = object.content();
        other[other.length / 2] ^= 1;
        return object.holding(other);
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
