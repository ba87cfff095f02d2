package cutover.provider.aws;

import cutover.provider.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** A bucket of S3, which is only read; however many objects it has, few of them are held at a time. For one thread. */
public final class Bucket implements AutoCloseable {

    private final S3Client client;
    private final String name;
    private final int page;

    /**
     * A bucket.
     *
     * @param page how many keys are asked for at once, 1 to 1000
     */
    public Bucket(AwsAccess access, String name, int page) {
        // the bucket in the path: the host stays the endpoint's, whatever the bucket is called
        this.client = Calls.reading(S3Client.builder().forcePathStyle(true).httpClient(Calls.http(access)), access);
        this.name = name;
        this.page = page;
    }

    public String name() {
        return name;
    }

    /**
     * Shows every object, in the order of the keys' bytes; needs {@code s3:ListBucket}.
     *
     * @return how many there are
     */
    public Told<Long> each(Consumer<Stored> reader) {
        Listing listing = listing();
        long seen = 0;
        for (Optional<Stored> one = listing.current(); one.isPresent(); one = listing.current()) {
            reader.accept(one.get());
            listing.next();
            seen++;
        }
        long all = seen;
        return listing.whole().then(whole -> Told.value(all));
    }

    /**
     * What this bucket has otherwise than another one, which was synced with it; needs {@code s3:ListBucket} for both, and
     * {@code s3:GetObject} where tags can't be compared.
     *
     * @param ofOther is shown every object of the other bucket
     */
    public Told<Difference> against(Bucket other, Consumer<Stored> ofOther) {
        return new SideBySide(this, other, ofOther).compared();
    }

    /** Whether it tells what it holds to who asks for one key; needs {@code s3:ListBucket}. */
    public Told<Boolean> tells() {
        return Calls.asked(
                () -> client.listObjectsV2(request -> request.bucket(name).maxKeys(1)) != null);
    }

    /**
     * The first bytes of an object that is not empty; needs {@code s3:GetObject}.
     *
     * @param bytes how many; positive
     */
    public Told<Beginning> begins(String key, int bytes) {
        return Calls.asked(() -> {
            ResponseBytes<GetObjectResponse> answer = client.getObjectAsBytes(
                    request -> request.bucket(name).key(key).range("bytes=0-" + (bytes - 1)));
            return new Beginning(Calls.text(answer.response().contentType()), answer.asByteArray());
        });
    }

    /** SHA-256 of an object, which is read but not held; needs {@code s3:GetObject}. */
    Told<String> digest(String key) {
        return Calls.asked(
                () -> client.getObject(request -> request.bucket(name).key(key), (answer, content) -> digest(content)));
    }

    private static String digest(InputStream content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Listing listing() {
        return new Listing(client, name, page);
    }

    @Override
    public void close() {
        client.close();
    }
}
