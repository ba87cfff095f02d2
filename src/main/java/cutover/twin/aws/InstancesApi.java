package cutover.twin.aws;

import cutover.twin.web.WebResponse;

/** The database service's one instance: whether the internet can reach it. */
final class InstancesApi {

    private final Account account;

    InstancesApi(Account account) {
        this.account = account;
    }

    WebResponse describe(Form form) {
        String asked = form.field("DBInstanceIdentifier").orElse(SnapshotsApi.INSTANCE);
        return asked.equals(SnapshotsApi.INSTANCE)
                ? XmlAnswer.query(
                        form.action(),
                        XmlAnswer.element(
                                "DBInstances", XmlAnswer.element("DBInstance", instance(account.databaseIsPublic()))))
                : missing(asked);
    }

    /** Only what concerns the way to it is heard; it takes effect before the answer. */
    WebResponse modify(Form form) {
        String asked = form.value("DBInstanceIdentifier");
        if (!asked.equals(SnapshotsApi.INSTANCE)) {
            return missing(asked);
        }
        form.field("PubliclyAccessible").map(Boolean::parseBoolean).ifPresent(account::openDatabase);
        return XmlAnswer.query(form.action(), XmlAnswer.element("DBInstance", instance(account.databaseIsPublic())));
    }

    private static String instance(boolean isPublic) {
        return XmlAnswer.element("DBInstanceIdentifier", SnapshotsApi.INSTANCE)
                + XmlAnswer.element("DBInstanceStatus", "available")
                + XmlAnswer.element("Engine", "postgres")
                + XmlAnswer.element("PubliclyAccessible", Boolean.toString(isPublic));
    }

    private static WebResponse missing(String instance) {
        return XmlAnswer.queryError(404, "DBInstanceNotFound", "DBInstance " + instance + " not found.");
    }
}
