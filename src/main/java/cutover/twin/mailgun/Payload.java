package cutover.twin.mailgun;

/** A body with its type. */
record Payload(String contentType, byte[] body) {

    Payload {
        body = body.clone();
    }
}
