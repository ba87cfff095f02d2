package cutover.provider.mailgun;

import java.util.List;

/**
 * A webhook of the whole account: it fires for every domain, beside the domain's own.
 *
 * @param events for instance delivered, permanent_fail
 */
public record AccountHook(String id, String url, List<String> events) {

    public AccountHook {
        events = List.copyOf(events);
    }
}
