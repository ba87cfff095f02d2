package cutover.twin;

/** The addresses that the twin's name system tells for its doors; of RFC 5737 and RFC 3849, so that they are nobody's. */
enum PublicAddress {
    /** the new site behind the edge network */
    EDGE("198.51.100.10", "2001:db8:100::10"),
    /** another door of the edge network */
    EDGE_2("198.51.100.11", "2001:db8:100::11"),
    /** the gateway behind the edge network, under its own name */
    GATEWAY("198.51.100.12", "2001:db8:100::12"),
    /** redirects the bare new domain to the new site */
    APEX("198.51.100.20", "2001:db8:100::20"),
    /** redirects the new names back to the old one */
    BACK("198.51.100.30", "2001:db8:100::30"),
    /** the old platform */
    OLD("203.0.113.30", "2001:db8:200::30"),
    /** the old platform under the name that it gave the application */
    PLATFORM("203.0.113.31", "2001:db8:200::31"),
    /** redirects the old name to the new site */
    FORWARD("203.0.113.40", "2001:db8:200::40"),
    /** the database as long as it is public */
    DATABASE("203.0.113.60", "2001:db8:200::60"),
    /** a door that is open at all times */
    BEACON("198.51.100.90", "2001:db8:100::90");

    private final String v4;
    private final String v6;

    PublicAddress(String v4, String v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    String v4() {
        return v4;
    }

    String v6() {
        return v6;
    }
}
