package cutover.probe.http;

/** One header line as it stood on the wire, apart from blanks around the value. */
public record Header(String name, String value) {

    /** Header names are compared without regard to case (RFC 9110, 5.1). */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
