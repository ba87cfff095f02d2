package cutover.provider.aws;

import cutover.provider.Told;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** What S3 does with new objects of a bucket, and such an object. */
final class Buckets {

    private static final String NONE = "ServerSideEncryptionConfigurationNotFoundError";

    private Buckets() {}

    /** Algorithms by default, as Amazon names them; none where the bucket has no such rule. */
    static Told<List<String>> encryption(AwsAccess access, String bucket) {
        Told<List<String>> told = Calls.asked(() -> {
            // the bucket in the path: the host stays the endpoint's, whatever the bucket is called
            try (S3Client client =
                    Calls.reading(S3Client.builder().forcePathStyle(true).httpClient(Calls.http(access)), access)) {
                return client
                        .getBucketEncryption(request -> request.bucket(bucket))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .stream()
                        .flatMap(rule -> algorithm(rule).stream())
                        .toList();
            }
        });
        return told.<Told<List<String>>>fold(
                value -> told,
                refused -> refused.code().equals(NONE) ? Told.value(List.of()) : refused,
                unavailable -> unavailable);
    }

    /** The whole body is signed, in one piece. */
    static Told<String> put(AwsAccess access, String bucket, String key, String type, byte[] content) {
        return Calls.asked(() -> {
            try (S3Client client = Calls.client(
                    S3Client.builder()
                            .forcePathStyle(true)
                            .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
                            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                            .httpClient(Calls.http(access)),
                    access,
                    Calls.ONCE)) {
                return Calls.text(client.putObject(
                                request -> request.bucket(bucket).key(key).contentType(type),
                                RequestBody.fromBytes(content))
                        .eTag());
            }
        });
    }

    private static Optional<String> algorithm(ServerSideEncryptionRule rule) {
        return Optional.ofNullable(rule.applyServerSideEncryptionByDefault())
                .map(ServerSideEncryptionByDefault::sseAlgorithmAsString);
    }
}
