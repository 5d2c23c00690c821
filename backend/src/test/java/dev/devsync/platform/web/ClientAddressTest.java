package dev.devsync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.9 | 198.51.100.1                         | 203.0.113.9
          127.0.0.1   |                                      | 127.0.0.1
          127.0.0.1   | 198.51.100.1                         | 198.51.100.1
          10.0.0.2    | 1.2.3.4, 198.51.100.1                | 198.51.100.1
          10.0.0.2    | 198.51.100.1, 172.16.0.9             | 198.51.100.1
          ::1         | 2001:db8::7                          | 2001:db8::7
          fd00::1     | 198.51.100.1                         | 198.51.100.1
          10.0.0.2    | nonsense                             | 10.0.0.2
          10.0.0.2    | nonsense, 10.0.0.3                   | 10.0.0.3
          10.0.0.2    | 192.168.0.5, 10.0.0.3                | 192.168.0.5
          169.254.1.1 | 198.51.100.1                         | 198.51.100.1
          10.0.0.2    | 2001:db8::1%000000000000000000000001  | 10.0.0.2
          10.0.0.2    | [2001:db8::1]                        | 10.0.0.2
          """)
  void theRightmostUntrustedHopIsTheClient(String peer, String forwarded, String client) {
    assertThat(
            ClientAddress.of(peer, forwarded == null ? Arrays.asList() : Arrays.asList(forwarded)))
        .isEqualTo(client);
  }
}
