package dev.devsync.github.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows deliveries that could not be heeded in the log of synchronisation. */
@Service
public class FailedDeliveries {

  /** The job that heeds a delivery again; its id is the number under which the delivery is kept. */
  public static final String JOB = "github-delivery";

  private final FailedDeliveryRepository rows;
  private final SyncJournal journal;

  FailedDeliveries(FailedDeliveryRepository rows, SyncJournal journal) {
    this.rows = rows;
    this.journal = journal;
  }

  /**
   * A delivery with news that could not be heeded.
   *
   * @param number under which it is kept
   * @param next when it is tried again; null if it was set aside
   */
  public record FailedDelivery(
      long number,
      int repoId,
      @Nullable Integer issueNumber,
      @Nullable Integer pullRequestNumber,
      int attempts,
      String reason,
      @Nullable Instant next) {}

  /** Writes the failure down, in the line of earlier failures of the delivery if there is one. */
  @Transactional
  public void note(FailedDelivery delivery) {
    rows.note(delivery).ifPresent(journal::announce);
  }

  /** A delivery that had failed was heeded after all. */
  @Transactional
  public void settle(long number) {
    rows.settle(number).ifPresent(journal::announce);
  }
}
