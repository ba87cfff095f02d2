package cutover.environment.front;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses written as numbers; a name in their place would be looked up by the machine, past all that is tested here. */
public final class NumericAddress {

    private static final Pattern SHAPE = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private NumericAddress() {}

    /**
     * The address; asks no DNS.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static InetAddress of(String text) {
        try {
            if (SHAPE.matcher(text).matches()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException notOne) {
            // told below, like any other text
        }
        throw new IllegalArgumentException("an address is written as 203.0.113.7 or 2001:db8::7, got '" + text + "'");
    }
}
