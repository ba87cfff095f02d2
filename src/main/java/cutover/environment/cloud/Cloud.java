package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The account at Amazon in which the application's data lies, as far as it is looked at. */
public record Cloud(
        @Doc("for instance us-east-1") String region,

        @Doc("another address of the APIs; leave it out for AWS")
        Optional<URI> endpoint,

        @Doc("NAME of the secret; with none of the two, the machine's own AWS credentials serve")
        Optional<Secret> accessKeyId,

        @Doc("NAME of the secret") Optional<Secret> secretAccessKey,

        @Doc("the database's snapshots (M1, L2); leave it out where none are looked at")
        Optional<Snapshots> snapshots,

        @Doc("the bucket of the application's files (M3); leave it out where none is looked at")
        Optional<Bucket> media,

        @Doc("the buckets of the application's files on both sides (M4, M6, R13); leave it out where none are compared")
        Optional<Buckets> buckets,

        @Doc("the key of the user that the old host was given (M5, D8); leave it out where there was none")
        Optional<RetiredKey> retiredKey,

        @Doc("the scheduled work of the new home (L3, R4); leave it out where none is looked at")
        Optional<Rules> rules,

        @Doc("alarms and whom they reach (N3, N4); leave it out where none are looked at")
        Optional<Alarms> alarms,

        @Doc("the numbers of the traffic, and their budget (N2); leave it out where none are looked at")
        Optional<Traffic> traffic) {

    /** A bucket and how it must be encrypted. */
    public record Bucket(
            @Doc("its name") String bucket,

            @Doc("algorithms that are good, as Amazon names them: AES256, aws:kms, aws:kms:dsse; leave it out for any")
            @Default("[]")
            List<String> encryption) {}

    /** A key that nobody may use any more. */
    public record RetiredKey(
            @Doc("NAME of the secret that holds the id of the key")
            Secret accessKeyId,

            @Doc("NAME of the secret that holds the key itself")
            Secret secretAccessKey) {}
}
