package cutover.twin.aws;

/** The one credential that the APIs know. */
public record AwsKey(String id, String secret) {

    @Override
    public String toString() {
        return "AwsKey[" + id + "]";
    }
}
