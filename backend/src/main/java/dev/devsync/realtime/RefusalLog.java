package dev.devsync.realtime;

import dev.devsync.platform.security.TokenProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells operators that sockets are refused: one line a minute, however many there are. */
@Component
class RefusalLog {

  private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant silentUntil = Instant.MIN;
  private long untold;

  RefusalLog(Clock clock) {
    this.clock = clock;
  }

  synchronized void refused(TokenProblem problem, String address) {
    Instant now = clock.instant();
    if (now.isBefore(silentUntil)) {
      untold++;
      return;
    }
    log.info(
        "A socket was refused: {} from {}; {} more since the last such line",
        problem.code(),
        address,
        untold);
    untold = 0;
    silentUntil = now.plus(PAUSE);
  }
}
