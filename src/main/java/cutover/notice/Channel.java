package cutover.notice;

/** One way to the team. */
interface Channel {

    /** As people know it. */
    String name();

    /** Sends once, and once more where the receiver asks for that; never throws for what the network did. */
    Delivery send(Notice notice);
}
