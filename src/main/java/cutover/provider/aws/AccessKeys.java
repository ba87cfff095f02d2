package cutover.provider.aws;

import cutover.provider.Told;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;

/** Reads which keys a user of IAM has, page by page to the end; switches one. */
final class AccessKeys {

    private AccessKeys() {}

    static Told<Map<String, Boolean>> of(AwsAccess access, String user) {
        return Calls.asked(() -> {
            try (IamClient client = Calls.reading(IamClient.builder().httpClient(Calls.http(access)), access)) {
                Map<String, Boolean> keys = new TreeMap<>();
                client.listAccessKeysPaginator(request -> request.userName(user))
                        .accessKeyMetadata()
                        .forEach(key -> keys.put(key.accessKeyId(), key.status() == StatusType.ACTIVE));
                return keys;
            }
        });
    }

    static Told<Boolean> switched(AwsAccess access, String user, String key, boolean on) {
        return Calls.asked(() -> {
            try (IamClient client =
                    Calls.client(IamClient.builder().httpClient(Calls.http(access)), access, Calls.ONCE)) {
                client.updateAccessKey(request ->
                        request.userName(user).accessKeyId(key).status(on ? StatusType.ACTIVE : StatusType.INACTIVE));
                return on;
            }
        });
    }
}
