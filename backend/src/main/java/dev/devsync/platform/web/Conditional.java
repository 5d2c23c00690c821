package dev.devsync.platform.web;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.database.Snapshot;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers that a client which holds them already is spared: it sends their tag back and is told 304. */
@Component
public class Conditional {

  private final Snapshot snapshot;

  Conditional(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The answer with a tag that holds while the data is as it was before the answer was made. */
  public ResponseEntity<Object> answer(Caller caller, Supplier<Object> body) {
    String tag = "W/\"%d-%s\"".formatted(caller.id(), snapshot.name());
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(body.get());
  }
}
