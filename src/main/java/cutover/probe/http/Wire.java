package cutover.probe.http;

/** Speaks HTTP/1.1 and does nothing on its own: follows nothing, repeats nothing, keeps no cookies, unpacks nothing. */
interface Wire extends AutoCloseable {

    /** @param body null for none */
    HttpObservation exchange(Sent sent, byte[] body);

    @Override
    void close();
}
