package cutover.twin.dns;

/**
 * What a server sends.
 *
 * @param bytes one message, without a length in front
 * @param dribble whether it is announced as longer than it is and sent byte by byte, without an end
 */
record Outgoing(byte[] bytes, boolean dribble) {

    static Outgoing whole(byte[] bytes) {
        return new Outgoing(bytes, false);
    }
}
