package cutover.provider.aws;

import cutover.provider.Told;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Reads what S3 does with new objects of a bucket. */
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

    private static Optional<String> algorithm(ServerSideEncryptionRule rule) {
        return Optional.ofNullable(rule.applyServerSideEncryptionByDefault())
                .map(ServerSideEncryptionByDefault::sseAlgorithmAsString);
    }
}
