package cutover.probe.browser;

/**
 * Where the browser really connects to when a page names a host. URL, {@code Host}, SNI and cookies stay those of the host.
 *
 * @param host the name in the URL
 * @param port the port in the URL, 443 or 80 when it shows none
 * @param address an IP address, or a name that resolves; IPv6 without brackets
 * @param toPort the port at that address
 */
public record PinRule(String host, int port, String address, int toPort) {

    public PinRule {
        demandName("host", host);
        demandName("address", address);
        demandPort(port);
        demandPort(toPort);
    }

    /** One rule of Chromium's {@code --host-resolver-rules}. */
    String rule() {
        return "MAP " + host + ":" + port + " " + bracketed() + ":" + toPort;
    }

    /** The rule that keeps the fence from closing off the address itself. */
    String exclusion() {
        return "EXCLUDE " + bracketed();
    }

    private String bracketed() {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static void demandName(String what, String name) {
        // a comma or a blank would start a rule of its own
        if (name.isBlank() || name.matches(".*[\\s,].*")) {
            throw new IllegalArgumentException("the " + what + " of a pin must be one name or address: '" + name + "'");
        }
    }

    private static void demandPort(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no such port for a pin: " + port);
        }
    }
}
