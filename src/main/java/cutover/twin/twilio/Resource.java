package cutover.twin.twilio;

import cutover.twin.web.WebResponse;

/** One kind of thing in the API: its list, and each one of it. */
interface Resource {

    WebResponse list(ApiCall call);

    WebResponse one(String sid, ApiCall call);

    static WebResponse notAllowed(ApiCall call) {
        return Answer.error(405, 20004, "Method " + call.method() + " is not allowed here");
    }
}
