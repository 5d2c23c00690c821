package dev.devsync.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Collects what was measured and puts it into tables. */
final class BenchReport {

  private static final int GROWTH_CONNECTIONS = 16;

  private final Map<Key, Answer> answers = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> starts = new ArrayList<>();
  private final List<String> memory = new ArrayList<>();
  private final List<String> overload = new ArrayList<>();

  private record Key(int size, String name) {}

  private record Answer(int status, int bytes, long statements) {}

  private record Row(int size, String name, int connections, Wrk.Figures figures) {}

  void start(String how, Duration time) {
    starts.add("| %s | %.2f s |".formatted(how, time.toMillis() / 1000.0));
  }

  void memory(String when, long megabytes) {
    memory.add("| %s | %d MB |".formatted(when, megabytes));
  }

  void answer(int size, Request request, int status, int bytes, long statements) {
    answers.put(new Key(size, request.name()), new Answer(status, bytes, statements));
  }

  void figures(int size, Request request, int connections, Wrk.Figures figures) {
    rows.add(new Row(size, request.name(), connections, figures));
    System.out.printf(
        Locale.ROOT,
        "x%d %s, %d connections: %.0f requests a second, p99 %.1f ms, %d errors%n",
        size,
        request.name(),
        connections,
        figures.perSecond(),
        figures.p99(),
        figures.errors());
  }

  void refresh(Wrk.Figures figures) {
    rows.add(new Row(1, "refresh", GROWTH_CONNECTIONS, figures));
  }

  void overload(Request request, double sustained, Overload.Outcome seen) {
    overload.add("| request | `%s` |".formatted(request.name()));
    overload.add(
        "| rate | %.0f a second, %d times the sustained %.0f |"
            .formatted(sustained * Overload.TIMES_TOO_MANY, Overload.TIMES_TOO_MANY, sustained));
    overload.add(
        "| sent | %d: %d served, %d refused with `Retry-After`, %d failed |"
            .formatted(seen.sent(), seen.served(), seen.refused(), seen.failed()));
    overload.add(
        "| p99 | served %.0f ms, refused %.0f ms |".formatted(seen.servedP99(), seen.refusedP99()));
    overload.add("| back to normal after | %.1f s |".formatted(seen.recovery().toMillis() / 1e3));
    overload.add("| most memory since the start | %d MB |".formatted(seen.megabytes()));
  }

  String markdown() {
    return String.join(
            "\n\n",
            requests(),
            growth(),
            table("Start", starts),
            table("Memory", memory),
            table("Overload", overload))
        + "\n";
  }

  private String requests() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| Request | Connections | Requests/s | p50 ms | p90 ms | p99 ms | Errors | Status | Bytes | Statements |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    int smallest = rows.stream().mapToInt(Row::size).min().orElse(1);
    for (Row row : rows) {
      if (row.size() == smallest) {
        Wrk.Figures f = row.figures();
        Answer answer = answers.get(new Key(row.size(), row.name()));
        lines.add(
            "| %s | %d | %.0f | %.1f | %.1f | %.1f | %d | %s |"
                .formatted(
                    row.name(),
                    row.connections(),
                    f.perSecond(),
                    f.p50(),
                    f.p90(),
                    f.p99(),
                    f.errors(),
                    answer == null
                        ? "200 | | "
                        : answer.status() + " | " + answer.bytes() + " | " + answer.statements()));
      }
    }
    return String.join("\n", lines);
  }

  /** How each read grows with the data, at sixteen connections; what takes long was asked once. */
  private String growth() {
    List<Integer> sizes = List.copyOf(new TreeSet<>(rows.stream().map(Row::size).toList()));
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| Request |");
    sizes.forEach(size -> head.append(" x%d: requests/s | p99 ms | bytes |".formatted(size)));
    lines.add(head.toString());
    lines.add("|---|" + "---|---|---|".repeat(sizes.size()));
    for (Request request : Request.reads()) {
      StringBuilder line = new StringBuilder("| " + request.name() + " |");
      for (int size : sizes) {
        rows.stream()
            .filter(row -> row.size() == size && row.name().equals(request.name()))
            .reduce((row, other) -> row.connections() == GROWTH_CONNECTIONS ? row : other)
            .ifPresent(row -> line.append(cell(row)));
      }
      lines.add(line.toString());
    }
    return String.join("\n", lines);
  }

  private String cell(Row row) {
    return " %s | %.1f | %d |"
        .formatted(
            row.connections() == GROWTH_CONNECTIONS
                ? "%.0f".formatted(row.figures().perSecond())
                : "one alone",
            row.figures().p99(),
            answers.get(new Key(row.size(), row.name())).bytes());
  }

  private static String table(String what, List<String> lines) {
    return "| %s | |\n|---|---|\n".formatted(what) + String.join("\n", lines);
  }
}
