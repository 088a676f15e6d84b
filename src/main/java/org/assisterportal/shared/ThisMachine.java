package org.assisterportal.shared;

import java.net.InetAddress;

/** Whether a host is this machine itself, so that what is said to it crosses no network. */
public final class ThisMachine {
    private ThisMachine() {}

    /** A name other than localhost is never looked up: what it means can change. */
    public static boolean is(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(bare).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
