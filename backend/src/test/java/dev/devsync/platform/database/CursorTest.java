package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.testing.HttpTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CursorTest extends HttpTest {

  @Autowired private Cursor cursor;

  @Test
  void laterRowsAreMadeAfterEarlierOnesWereHandedOver() {
    List<OffsetDateTime> made = new ArrayList<>();
    List<OffsetDateTime> handedOver = new ArrayList<>();

    cursor.each(
        "SELECT n, clock_timestamp() AS made FROM generate_series(1, :count) n",
        Map.of("count", 5_000),
        (row, number) -> row.getObject("made", OffsetDateTime.class),
        time -> {
          if (made.isEmpty()) {
            handedOver.add(jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single());
          }
          made.add(time);
        });

    assertThat(made).hasSize(5_000);
    assertThat(made.getLast()).isAfter(handedOver.getFirst());
  }

  @Test
  void allRowsArriveInOrder() {
    List<Integer> numbers = new ArrayList<>();

    cursor.each("SELECT n FROM generate_series(1, :count) n", Map.of("count", 1_234), (row, number) -> row.getInt("n"), numbers::add);

    assertThat(numbers).hasSize(1_234).isSorted();
  }

  @Test
  void nothingCanBeChangedOnTheWay() {
    assertThatThrownBy(
            () ->
                cursor.each(
                    "DELETE FROM tasks WHERE id = :id RETURNING id", Map.of("id", 1), (row, n) -> row, row -> {}))
        .hasMessageContaining("read-only transaction");
  }
}
