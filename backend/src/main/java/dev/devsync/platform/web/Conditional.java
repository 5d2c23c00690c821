package dev.devsync.platform.web;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.database.ListState;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers that a client which holds them already is spared: it sends their tag back and is told
 * 304.
 */
@Component
public class Conditional {

  private final ListState lists;

  Conditional(ListState lists) {
    this.lists = lists;
  }

  /**
   * The answer with a tag that holds while the data is as it was before the answer was made.
   *
   * @param list shows nothing but tasks and projects, their members and the names of people
   */
  public ResponseEntity<Object> answer(Caller caller, Supplier<Object> list) {
    String state = lists.name();
    Object body = list.get();
    return ResponseEntity.ok()
        .eTag("W/\"%d-%s\"".formatted(caller.id(), state))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(body instanceof Streamed<?> streamed ? streamed.in(state) : body);
  }
}
