package cutover.twin.aws;

import cutover.twin.web.WebResponse;
import java.util.stream.Stream;

/** The identity service's one user of the old host: whether its key works. */
public final class KeysApi {

    /** As which the old host reads its files. */
    public static final String USER = "cmr-heroku-media";

    private final AwsKey key;
    private final Account account;

    KeysApi(AwsKey key, Account account) {
        this.key = key;
        this.account = account;
    }

    WebResponse answer(Form form) {
        String user = form.value("UserName");
        if (!user.equals(USER)) {
            return missing("The user with name " + user + " cannot be found.");
        }
        return switch (form.action()) {
            case "ListAccessKeys" ->
                XmlAnswer.query(
                        form.action(),
                        XmlAnswer.list("AccessKeyMetadata", "member", Stream.of(key), this::told)
                                + XmlAnswer.element("IsTruncated", "false"));
            case "UpdateAccessKey" -> switched(form);
            default -> XmlAnswer.queryError(400, "InvalidAction", "Could not find operation " + form.action());
        };
    }

    /** The answer has no result, as the vendor's has none. */
    private WebResponse switched(Form form) {
        String id = form.value("AccessKeyId");
        String state = form.value("Status");
        if (!id.equals(key.id())) {
            return missing("The Access Key with id " + id + " cannot be found.");
        }
        if (!state.equals("Active") && !state.equals("Inactive")) {
            return XmlAnswer.queryError(400, "ValidationError", "Value at 'status' failed to satisfy constraint");
        }
        account.letRetiredKeyWork(state.equals("Active"));
        return XmlAnswer.query(form.action(), "");
    }

    private String told(AwsKey one) {
        return XmlAnswer.element("UserName", USER)
                + XmlAnswer.element("AccessKeyId", one.id())
                + XmlAnswer.element("Status", account.retiredKeyWorks() ? "Active" : "Inactive")
                + XmlAnswer.element("CreateDate", account.begun().toString());
    }

    private static WebResponse missing(String message) {
        return XmlAnswer.queryError(404, "NoSuchEntity", message);
    }
}
