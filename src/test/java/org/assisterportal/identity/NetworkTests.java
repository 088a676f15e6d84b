package org.assisterportal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTests {
    @Test
    void anIpv4AddressIsItself() {
        assertThat(Network.of("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Network.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void theAddressesOfOneIpv6HouseholdCountAsOne() {
        assertThat(Network.of("2001:db8:1:2::1")).isEqualTo(Network.of("2001:db8:1:2:ffff:1:2:3"));
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
    }

    @Test
    void whatIsNoAddressIsTakenAsItIsAndNeverLookedUp() {
        assertThat(Network.of("unknown")).isEqualTo("unknown");
        assertThat(Network.of("x".repeat(500))).hasSize(64);
    }
}
