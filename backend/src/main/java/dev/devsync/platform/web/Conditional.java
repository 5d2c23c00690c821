package dev.devsync.platform.web;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.database.WorkState;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers that a client which holds them already is spared: it sends their tag back and is told
 * 304.
 */
@Component
public class Conditional {

  private final WorkState work;

  Conditional(WorkState work) {
    this.work = work;
  }

  /**
   * The answer with a tag that holds while the data is as it was before the answer was made.
   *
   * @param list shows nothing but what {@link WorkState} names
   */
  public ResponseEntity<Object> answer(Caller caller, Supplier<Object> list) {
    String state = work.name();
    Object body = list.get();
    return ResponseEntity.ok()
        .eTag("W/\"%d-%s-%s\"".formatted(caller.id(), caller.role().wireName(), state))
        .varyBy(HttpHeaders.ACCEPT_ENCODING)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(
            switch (body) {
              case Streamed<?> streamed -> streamed.in(state);
              case Shared<?> shared -> shared.in(state);
              default -> body;
            });
  }
}
