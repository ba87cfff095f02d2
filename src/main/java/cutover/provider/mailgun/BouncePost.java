package cutover.provider.mailgun;

import java.util.Arrays;

/**
 * A request's body, ready to be posted.
 *
 * @param contentType for the header of that name
 * @param body copied in and out
 */
public record BouncePost(String contentType, byte[] body) {

    public BouncePost {
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BouncePost that
                && contentType.equals(that.contentType)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * contentType.hashCode() + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return contentType + ", " + body.length + " bytes";
    }
}
