package cutover.provider.aws;

/**
 * How an object begins.
 *
 * @param type its content type
 * @param bytes the first ones, as many as were asked for or as there are
 */
public record Beginning(String type, byte[] bytes) {

    public Beginning {
        bytes = bytes.clone();
    }
}
