package dev.devsync.github.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.github.sync.SyncTest;
import dev.devsync.testing.TestTask;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Somebody changes a task while news from GitHub is on its way to the same task: what is told of it
 * comes in the order in which it changed.
 */
class OrderOfChangesTest extends SyncTest {

  @Autowired private DataSource database;
  private TestTask first;
  private TestTask second;

  @BeforeEach
  void twoTasksShareAnIssue() {
    door.open("One", "octocat");
    first = linkedTask(1);
    second = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
  }

  /** What waits for a lock of this kind. */
  private int waiting(String kind) {
    return jdbc.sql(
            "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND"
                + " wait_event_type = 'Lock' AND wait_event = ?")
        .param(kind)
        .query(Integer.class)
        .single();
  }

  private static CompletableFuture<Void> start(Runnable work) {
    return CompletableFuture.runAsync(work, Thread::startVirtualThread);
  }

  private static void awaitThat(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(20)).until(condition);
  }

  private void hold(Connection other, TestTask task) throws Exception {
    other.setAutoCommit(false);
    try (PreparedStatement lock =
        other.prepareStatement("SELECT 1 FROM tasks WHERE id = ? FOR UPDATE")) {
      lock.setInt(1, task.id());
      lock.execute();
    }
  }

  private List<Integer> versionsAsTold(TestTask task) {
    return jdbc.sql(
            "SELECT (payload->'task'->>'version')::int FROM ops.events WHERE type IN"
                + " ('task.updated', 'task.completed') AND task_id = ? ORDER BY xid, seq")
        .param(task.id())
        .query(Integer.class)
        .list();
  }

  @Test
  void aChangeByHandAndOneThatANewsBringsAreToldInTheirOrder() throws Exception {
    CompletableFuture<Void> news;
    CompletableFuture<Void> change;
    try (Connection other = database.getConnection()) {
      hold(other, first);
      news = start(() -> deliver(theOnlyDelivery()).statusCode(200));
      // It has written already, and waits for the first task before it gets to the second.
      awaitThat(() -> waiting("transactionid") > 0);
      CompletableFuture<Void> byHand =
          start(
              () ->
                  as(dev, "{\"title\":\"By hand\"}")
                      .put("/tasks/{id}", second.id())
                      .then()
                      .statusCode(200));
      awaitThat(() -> byHand.isDone() || waiting("advisory") > 0);
      change = byHand;
      other.rollback();
    }
    news.get(20, TimeUnit.SECONDS);
    change.get(20, TimeUnit.SECONDS);

    assertThat(status(second)).isEqualTo("done");
    assertThat(versionsAsTold(second)).hasSize(2).isSorted();
  }
}
