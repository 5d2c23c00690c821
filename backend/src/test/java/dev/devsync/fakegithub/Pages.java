package dev.devsync.fakegithub;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Pages with links to their neighbours, and entity tags. */
final class Pages {

  private Pages() {}

  static Answer of(Call call, List<?> all) {
    int page = call.number("page", 1);
    int size = call.number("per_page", 30);
    int last = Math.max(1, Math.ceilDiv(all.size(), size));
    List<?> part = all.stream().skip((page - 1L) * size).limit(size).toList();
    Answer answer = tagged(call, part);
    StringJoiner links = new StringJoiner(", ");
    if (page < last) {
      links.add(
          "<http://fake%s?page=%d&per_page=%d>; rel=\"next\""
              .formatted(call.path(), page + 1, size));
      links.add(
          "<http://fake%s?per_page=%d&page=%d>; rel=\"last\"".formatted(call.path(), size, last));
    }
    return links.length() == 0 ? answer : answer.with("Link", links.toString());
  }

  static Answer tagged(Call call, Object body) {
    Answer answer = Answer.ok(body);
    String tag = "\"" + Integer.toHexString(Arrays.hashCode(answer.body())) + "\"";
    return (tag.equals(call.ifNoneMatch()) ? Answer.empty(304) : answer).with("ETag", tag);
  }
}
