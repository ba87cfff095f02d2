package cutover.twin.tls;

/** Who signs a server's certificate, and what the server sends behind it. */
enum Chain {
    /** The intermediate signs and is sent. */
    COMPLETE,
    /** The intermediate signs and is sent, and the root with it. */
    WITH_ROOT,
    /** The intermediate signs, and nothing is sent. */
    WITHOUT_INTERMEDIATE,
    /** A second intermediate below the first one signs; both are sent, the upper one first. */
    IN_WRONG_ORDER,
    /** The intermediate of a root that nobody trusts signs; both are sent. */
    FROM_ANOTHER_ROOT,
    /** Another intermediate of the same root signs and is sent. */
    FROM_ANOTHER_INTERMEDIATE,
    /** Its own key signs, and nothing is sent. */
    SELF_SIGNED
}
