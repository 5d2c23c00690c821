package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.realtime.engine.SocketPacket.Type;
import dev.devsync.realtime.engine.transport.ProtocolViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketPacketTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0                  | CONNECT      | /      | -1 | 0 | ''",
        "0{\"a\":1}         | CONNECT      | /      | -1 | 0 | {\"a\":1}",
        "0/admin            | CONNECT      | /admin | -1 | 0 | ''",
        "0/admin,{\"a\":1}  | CONNECT      | /admin | -1 | 0 | {\"a\":1}",
        "1                  | DISCONNECT   | /      | -1 | 0 | ''",
        "1/admin,           | DISCONNECT   | /admin | -1 | 0 | ''",
        "2[\"e\"]           | EVENT        | /      | -1 | 0 | [\"e\"]",
        "212[\"e\",1]       | EVENT        | /      | 12 | 0 | [\"e\",1]",
        "2/admin,7[\"e\"]   | EVENT        | /admin |  7 | 0 | [\"e\"]",
        "33[]               | ACK          | /      |  3 | 0 | []",
        "52-9[\"e\"]        | BINARY_EVENT | /      |  9 | 2 | [\"e\"]",
        "61-3[]             | BINARY_ACK   | /      |  3 | 1 | []"
      })
  void aPacketIsReadAsTheProtocolSays(
      String text, Type type, String namespace, long ackId, int attachments, String payload)
      throws ProtocolViolation {
    assertThat(SocketPacket.parse(text))
        .isEqualTo(new SocketPacket(type, namespace, ackId, attachments, payload));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "x",
        "4{}",
        "2",
        "2{}",
        "2x[]",
        "2-1[]",
        "01",
        "1{}",
        "5[]",
        "5-[]",
        "511-[]",
        "21234567890123456[]"
      })
  void anythingElseIsAViolation(String text) {
    assertThatThrownBy(() -> SocketPacket.parse(text)).isInstanceOf(ProtocolViolation.class);
  }

  @Test
  void onlyEventsWithAnIdWantAnAcknowledgement() throws ProtocolViolation {
    assertThat(SocketPacket.parse("21[\"e\"]").wantsAck()).isTrue();
    assertThat(SocketPacket.parse("2[\"e\"]").wantsAck()).isFalse();
    assertThat(SocketPacket.parse("31[]").wantsAck()).isFalse();
  }
}
