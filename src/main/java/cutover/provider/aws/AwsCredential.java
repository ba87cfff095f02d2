package cutover.provider.aws;

import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** As whom to call; its text holds no secret. */
public final class AwsCredential {

    private final String described;
    private final Supplier<AwsCredentialsProvider> provider;

    private AwsCredential(String described, Supplier<AwsCredentialsProvider> provider) {
        this.described = described;
        this.provider = provider;
    }

    /** Environment variables, profiles, container and instance roles, in the order of the SDK's default chain. */
    public static AwsCredential ofDefaultChain() {
        return new AwsCredential(
                "default chain", () -> DefaultCredentialsProvider.builder().build());
    }

    /** Nobody: what anybody may do. */
    public static AwsCredential ofStranger() {
        return new AwsCredential("nobody", AnonymousCredentialsProvider::create);
    }

    /** A long-lived key; asked for at each call. */
    public static AwsCredential ofKey(Supplier<String> accessKey, Supplier<String> secretKey) {
        Objects.requireNonNull(accessKey, "accessKey");
        Objects.requireNonNull(secretKey, "secretKey");
        return of("given key", () -> AwsBasicCredentials.create(accessKey.get(), secretKey.get()));
    }

    /** A temporary key; asked for at each call. */
    public static AwsCredential ofSession(
            Supplier<String> accessKey, Supplier<String> secretKey, Supplier<String> sessionToken) {
        Objects.requireNonNull(sessionToken, "sessionToken");
        return of(
                "given temporary key",
                () -> AwsSessionCredentials.create(accessKey.get(), secretKey.get(), sessionToken.get()));
    }

    private static AwsCredential of(String described, Supplier<AwsCredentials> credentials) {
        AwsCredentialsProvider asked = credentials::get;
        return new AwsCredential(described, () -> asked);
    }

    AwsCredentialsProvider provider() {
        return provider.get();
    }

    @Override
    public String toString() {
        return described;
    }
}
