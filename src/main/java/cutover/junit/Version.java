package cutover.junit;

/** The version of this suite. */
final class Version {

    private Version() {}

    static String told() {
        String packaged = Version.class.getPackage().getImplementationVersion();
        return packaged == null ? "0.1.0" : packaged;
    }
}
