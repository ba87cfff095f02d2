package cutover.twin.mailgun;

import java.util.Optional;

/** One of the vendor's data centres: what the account has in it. */
record Region(Domain domain, Routes routes) {

    Optional<Domain> find(String name) {
        return Optional.of(domain).filter(known -> known.name().equalsIgnoreCase(name));
    }

    /** Forgets what was changed of webhooks and routes. */
    void asGiven() {
        domain.webhooks().clear();
        routes.clear();
    }

    void clear() {
        domain.clear();
        routes.clear();
    }
}
