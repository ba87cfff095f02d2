package cutover.provider.aws;

import cutover.provider.Told;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Reads and sets whether a database at RDS can be reached from the internet. */
final class Databases {

    private Databases() {}

    static Told<Boolean> isPublic(AwsAccess access, String instance) {
        return Calls.asked(() -> {
            try (RdsClient client = Calls.reading(RdsClient.builder().httpClient(Calls.http(access)), access)) {
                return client
                        .describeDBInstances(request -> request.dbInstanceIdentifier(instance))
                        .dbInstances()
                        .stream()
                        .anyMatch(DBInstance::publiclyAccessible);
            }
        });
    }

    static Told<Boolean> open(AwsAccess access, String instance, boolean isPublic) {
        return Calls.asked(() -> {
            try (RdsClient client =
                    Calls.client(RdsClient.builder().httpClient(Calls.http(access)), access, Calls.ONCE)) {
                client.modifyDBInstance(request -> request.dbInstanceIdentifier(instance)
                        .publiclyAccessible(isPublic)
                        .applyImmediately(true));
                return isPublic;
            }
        });
    }
}
