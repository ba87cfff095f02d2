package cutover.probe.dns;

import java.net.InetAddress;

/** Addresses as text: IPv4 in dots, IPv6 compressed as RFC 5952 says. */
final class Ip {

    private static final int GROUPS = 8;

    private Ip() {}

    static String text(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? address.getHostAddress() : text(bytes);
    }

    /** @param bytes the sixteen of an IPv6 address, mapped IPv4 addresses included */
    static String text(byte[] bytes) {
        if (isMapped(bytes)) {
            return "::ffff:%d.%d.%d.%d"
                    .formatted(bytes[12] & 0xff, bytes[13] & 0xff, bytes[14] & 0xff, bytes[15] & 0xff);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        int[] gap = longestGap(groups);
        // a single zero is written out
        return gap[1] < 2
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, gap[0]) + "::" + joined(groups, gap[0] + gap[1], GROUPS);
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    /** Where the first of the longest runs of zeros begins, and its length. */
    private static int[] longestGap(int[] groups) {
        int[] longest = {0, 0};
        int run = 0;
        for (int i = 0; i < GROUPS; i++) {
            run = groups[i] == 0 ? run + 1 : 0;
            if (run > longest[1]) {
                longest = new int[] {i - run + 1, run};
            }
        }
        return longest;
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
