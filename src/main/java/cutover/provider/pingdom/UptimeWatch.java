package cutover.provider.pingdom;

/**
 * An address that Pingdom asks again and again.
 *
 * @param url path and query
 * @param https whether it asks by https
 * @param text what the page must hold; empty when any page will do
 * @param state Pingdom's word: up, down, unconfirmed_down, unknown, paused
 * @param told how many users, teams and integrations are told when it is down
 */
public record UptimeWatch(
        long id, String name, String host, String url, boolean https, String text, String state, int told) {

    /** The address. */
    public String address() {
        return (https ? "https://" : "http://") + host + url;
    }
}
