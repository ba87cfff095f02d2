package cutover.provider.aws;

import cutover.provider.Told;
import software.amazon.awssdk.services.sts.StsClient;

/** Asks STS who a key is; every key that works may ask this, whatever its policies say. */
final class Callers {

    private Callers() {}

    /** The name of the key's user or role. */
    static Told<String> who(AwsAccess access) {
        return Calls.asked(() -> {
            try (StsClient client = Calls.reading(StsClient.builder().httpClient(Calls.http(access)), access)) {
                return Calls.text(client.getCallerIdentity().arn());
            }
        });
    }
}
