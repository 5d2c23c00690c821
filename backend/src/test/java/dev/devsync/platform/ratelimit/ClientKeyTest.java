package dev.devsync.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientKeyTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 203.0.113.9",
    "2001:db8:1:2::1, 20010db800010002",
    "2001:db8:1:2:ffff::9, 20010db800010002",
    "2001:db8:1:3::1, 20010db800010003"
  })
  void oneNetworkOfVersionSixIsOneClient(String address, String client) {
    assertThat(ClientKey.network(address)).isEqualTo(client);
  }
}
