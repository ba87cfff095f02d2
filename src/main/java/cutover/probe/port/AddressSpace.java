package cutover.probe.port;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses the internet can reach: the special-purpose registries of IANA (RFC 6890, updated by RFC 8190) in the
 * state of 2025, and multicast besides. Of two blocks the narrower one decides.
 */
public final class AddressSpace {

    private static final Block TRANSLATED = Block.beyond("64:ff9b::/96", "IPv4 behind NAT64 (RFC 6052)");
    private static final Block SIX_TO_FOUR = Block.beyond("2002::/16", "6to4 (RFC 3056)");

    private static final List<Block> BLOCKS = List.of(
            Block.inner("0.0.0.0/8", "this network (RFC 791)"),
            Block.inner("10.0.0.0/8", "private use (RFC 1918)"),
            Block.inner("100.64.0.0/10", "shared by customers of one provider (RFC 6598)"),
            Block.inner("127.0.0.0/8", "loopback (RFC 1122)"),
            Block.inner("169.254.0.0/16", "link local (RFC 3927)"),
            Block.inner("172.16.0.0/12", "private use (RFC 1918)"),
            Block.inner("192.0.0.0/24", "IETF protocols (RFC 6890)"),
            Block.beyond("192.0.0.9/32", "port control anycast (RFC 7723)"),
            Block.beyond("192.0.0.10/32", "TURN anycast (RFC 8155)"),
            Block.inner("192.0.2.0/24", "documentation (RFC 5737)"),
            Block.inner("192.88.99.0/24", "former 6to4 relays (RFC 7526)"),
            Block.inner("192.168.0.0/16", "private use (RFC 1918)"),
            Block.inner("198.18.0.0/15", "benchmarks (RFC 2544)"),
            Block.inner("198.51.100.0/24", "documentation (RFC 5737)"),
            Block.inner("203.0.113.0/24", "documentation (RFC 5737)"),
            Block.inner("224.0.0.0/4", "multicast (RFC 5771)"),
            Block.inner("240.0.0.0/4", "reserved (RFC 1112)"),
            Block.inner("255.255.255.255/32", "limited broadcast (RFC 919)"),
            Block.inner("::/0", "not handed out for the internet (RFC 4291)"),
            Block.beyond("2000::/3", "global unicast (RFC 4291)"),
            Block.inner("::/128", "unspecified (RFC 4291)"),
            Block.inner("::1/128", "loopback (RFC 4291)"),
            TRANSLATED,
            Block.inner("64:ff9b:1::/48", "local NAT64 (RFC 8215)"),
            Block.inner("100::/64", "discarded (RFC 6666)"),
            Block.inner("2001::/23", "IETF protocols (RFC 2928)"),
            Block.inner("2001::/32", "Teredo (RFC 4380)"),
            Block.beyond("2001:1::1/128", "port control anycast (RFC 7723)"),
            Block.beyond("2001:1::2/128", "TURN anycast (RFC 8155)"),
            Block.beyond("2001:1::3/128", "service registration anycast (RFC 9665)"),
            Block.inner("2001:2::/48", "benchmarks (RFC 5180)"),
            Block.beyond("2001:3::/32", "AMT (RFC 7450)"),
            Block.beyond("2001:4:112::/48", "AS112 (RFC 7535)"),
            Block.inner("2001:10::/28", "former ORCHID (RFC 4843)"),
            Block.beyond("2001:20::/28", "ORCHIDv2 (RFC 7343)"),
            Block.beyond("2001:30::/28", "drone tags (RFC 9374)"),
            Block.inner("2001:db8::/32", "documentation (RFC 3849)"),
            SIX_TO_FOUR,
            Block.inner("3fff::/20", "documentation (RFC 9637)"),
            Block.inner("5f00::/16", "SRv6 segments (RFC 9602)"),
            Block.inner("fc00::/7", "unique local (RFC 4193)"),
            Block.inner("fe80::/10", "link local (RFC 4291)"),
            Block.inner("ff00::/8", "multicast (RFC 4291)"));

    private AddressSpace() {}

    /**
     * True for an address that is reachable from everywhere by itself, whether or not somebody answers there. An
     * IPv4-mapped address, one of NAT64's well-known prefix and one of 6to4 is as public as the IPv4 address in it.
     */
    public static boolean isPublic(InetAddress address) {
        Optional<Block> block = block(address);
        if (block.isEmpty()) {
            return true;
        }
        if (block.get() == TRANSLATED) {
            return isPublic(inside(address, 12));
        }
        return block.get() == SIX_TO_FOUR
                ? isPublic(inside(address, 2))
                : block.get().beyond();
    }

    /** What the address is set aside for, "private use (RFC 1918)"; empty for an ordinary public IPv4 address. */
    public static Optional<String> purpose(InetAddress address) {
        return block(address).map(Block::purpose);
    }

    /** True for an address that stands in examples only, which private networks do not use and the internet does not carry. */
    public static boolean isForDocumentation(InetAddress address) {
        return purpose(address).filter(text -> text.startsWith("documentation")).isPresent();
    }

    private static Optional<Block> block(InetAddress address) {
        return BLOCKS.stream().filter(block -> block.holds(address)).max(Comparator.comparingInt(Block::bits));
    }

    private static InetAddress inside(InetAddress address, int offset) {
        return literal(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
    }

    private static InetAddress literal(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("not the length of an address: " + bytes.length, e);
        }
    }

    /**
     * Addresses that begin with the same bits.
     *
     * @param beyond true when the internet can reach them
     */
    private record Block(InetAddress prefix, int bits, String purpose, boolean beyond) {

        static Block inner(String block, String purpose) {
            return of(block, purpose, false);
        }

        static Block beyond(String block, String purpose) {
            return of(block, purpose, true);
        }

        private static Block of(String block, String purpose, boolean beyond) {
            String[] parts = block.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]), purpose, beyond);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not an address block: " + block, e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] own = prefix.getAddress();
            byte[] other = address.getAddress();
            if (own.length != other.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xff00 >> bits % 8 & 0xff;
            return Arrays.equals(own, 0, whole, other, 0, whole)
                    && (mask == 0 || (own[whole] & mask) == (other[whole] & mask));
        }
    }
}
