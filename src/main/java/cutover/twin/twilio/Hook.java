package cutover.twin.twilio;

import java.net.URI;

/**
 * An address of the customer's that is called at an event.
 *
 * @param url empty when nothing is to be called
 * @param method GET or POST
 */
record Hook(String url, String method) {

    static final Hook NONE = new Hook("", "POST");

    static Hook post(String url) {
        return new Hook(url, "POST");
    }

    boolean set() {
        return !url.isEmpty();
    }

    /** Whether something can be called there: http or https, with a host. */
    boolean callable() {
        try {
            URI address = URI.create(url);
            return address.getHost() != null && url.matches("https?://.*");
        } catch (IllegalArgumentException notUrl) {
            return false;
        }
    }
}
