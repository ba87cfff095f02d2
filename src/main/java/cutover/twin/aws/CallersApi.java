package cutover.twin.aws;

import cutover.twin.web.WebResponse;

/** Tells whose key it is. */
final class CallersApi {

    private CallersApi() {}

    static WebResponse answer(Form form) {
        if (!form.action().equals("GetCallerIdentity")) {
            return XmlAnswer.queryError(400, "InvalidAction", "Could not find operation " + form.action());
        }
        return XmlAnswer.query(
                form.action(),
                XmlAnswer.element("Arn", "arn:aws:iam::123456789012:user/cutover")
                        + XmlAnswer.element("UserId", "AIDACUTOVER")
                        + XmlAnswer.element("Account", "123456789012"));
    }
}
