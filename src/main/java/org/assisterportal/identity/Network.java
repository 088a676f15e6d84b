package org.assisterportal.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose network a request comes from, as far as tries are counted by it. */
public final class Network {
    private static final int LONGEST = 64;
    private static final int HOUSEHOLD_BYTES = 8;

    private Network() {}

    /** An IPv4 address as it is; of an IPv6 address the first 64 bits, behind which one household has all the others. */
    public static String of(String address) {
        try {
            InetAddress read = InetAddress.ofLiteral(address);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), HOUSEHOLD_BYTES))
                    : read.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address.length() > LONGEST ? address.substring(0, LONGEST) : address;
        }
    }
}
