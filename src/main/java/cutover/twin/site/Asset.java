package cutover.twin.site;

/** A static file with the type it is served as. */
public record Asset(byte[] content, String contentType) {

    public Asset {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
