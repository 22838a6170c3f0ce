package io.chatsphere.adapter.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Nobody is trusted: the peer alone counts.
                "'' | 203.0.113.7 | 198.51.100.1 | 203.0.113.7",
                // A stranger says what it likes.
                "10.0.0.0/8 | 203.0.113.7 | 198.51.100.1 | 203.0.113.7",
                // The proxy adds on the right; what stands left of it the client may have made up.
                "10.0.0.0/8 | 10.0.0.1 | '198.51.100.1, 203.0.113.7' | 203.0.113.7",
                "10.0.0.0/8 | 10.0.0.1 | '198.51.100.1, 203.0.113.7, 10.9.9.9' | 203.0.113.7",
                "10.0.0.0/8 | 11.0.0.1 | 203.0.113.7 | 11.0.0.1",
                "10.0.0.1 | 10.0.0.1 | 203.0.113.7 | 203.0.113.7",
                "10.0.0.1 | 10.0.0.2 | 203.0.113.7 | 10.0.0.2",
                // All of them are proxies.
                "10.0.0.0/8 | 10.0.0.1 | '10.0.0.3, 10.0.0.2' | 10.0.0.3",
                // Behind nonsense the way is lost.
                "10.0.0.0/8 | 10.0.0.1 | '203.0.113.7, unknown' | 10.0.0.1",
                "10.0.0.0/8 | 10.0.0.1 | '203.0.113.7, 10.0.0.2, localhost' | 10.0.0.1",
                "10.0.0.0/8 | 10.0.0.1 | '203.0.113.7, ' | 10.0.0.1",
                "10.0.0.0/8 | 10.0.0.1 | '' | 10.0.0.1",
                // Ports, brackets, zones, and addresses of IPv4 in IPv6.
                "10.0.0.0/8 | 10.0.0.1 | 203.0.113.7:4711 | 203.0.113.7",
                "::1 | [::1] | [2001:DB8::7]:4711 | 2001:db8:0:0:0:0:0:7",
                "fe80::/10 | fe80::1%eth0 | 2001:db8::7 | 2001:db8:0:0:0:0:0:7",
                "10.0.0.0/8 | ::ffff:10.0.0.1 | 203.0.113.7 | 203.0.113.7",
                "2001:db8::/32 | 2001:db8:ffff::1 | 203.0.113.7 | 203.0.113.7",
                "0.0.0.0/0 | 10.0.0.1 | 203.0.113.7 | 203.0.113.7",
                "10.0.0.0/9 | 10.128.0.1 | 203.0.113.7 | 10.128.0.1",
                // A host name is never looked up.
                "10.0.0.0/8 | 10.0.0.1 | cafe | 10.0.0.1",
                "10.0.0.0/8 | 10.0.0.1 | 999.1.1.1 | 10.0.0.1",
            })
    void only_what_trusted_proxies_say_counts(String trusted, String peer, String forwarded, String client) {
        Clients clients = new Clients(trusted.isEmpty() ? List.of() : List.of(trusted));

        assertThat(clients.address(peer, List.of(forwarded))).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, true, http, true",
        "203.0.113.7, false, https, false",
        "10.0.0.1, false, https, true",
        "10.0.0.1, false, HTTPS, true",
        "10.0.0.1, false, http, false",
        "10.0.0.1, false, 'https, http', false",
        "10.0.0.1, false, 'http, https', true",
        "10.0.0.1, false, , false",
    })
    void only_trusted_proxies_vouch_for_tls(String peer, boolean tls, String forwarded, boolean secure) {
        Clients clients = new Clients(List.of("10.0.0.0/8"));

        assertThat(clients.isSecure(peer, tls, Optional.ofNullable(forwarded))).isEqualTo(secure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0/8", "::/129", "10.0.0.1/"})
    void what_is_neither_an_address_nor_a_block_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Clients(List.of(text)));
    }
}
