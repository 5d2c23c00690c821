package dev.devsync.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how the server does with one thing changed, as a ratio to the server as it is shipped in
 * the same run. Needs what {@link Bench} leaves behind; run it with {@code make bench-compare}.
 */
public final class Comparison {

  private static final int CONNECTIONS = 16;
  private static final int ROUNDS = 2;
  private static final List<String> NAMES =
      List.of("auth/me", Request.PAGE_MADE_ANEW, "dashboard/client", "update task, each another");

  private static final Map<String, List<String>> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("platform threads", List.of("-Dspring.threads.virtual.enabled=false"));
    CHANGES.put("5 connections", List.of("-Ddevsync.database.pool.size=5"));
    CHANGES.put("20 connections", List.of("-Ddevsync.database.pool.size=20"));
    CHANGES.put("G1", List.of("-XX:-UseSerialGC", "-XX:+UseG1GC"));
    CHANGES.put("Parallel", List.of("-XX:-UseSerialGC", "-XX:+UseParallelGC"));
    CHANGES.put("ZGC", List.of("-XX:-UseSerialGC", "-XX:+UseZGC"));
    CHANGES.put("no compression", List.of("-Dserver.compression.enabled=false"));
    CHANGES.put("no request log", List.of("-Dlogging.level.dev.devsync.requests=off"));
  }

  private final Path application = Path.of("target", "bench", "app").toAbsolutePath();
  private final BenchDatabase database;
  private final Wrk wrk;

  private Comparison(BenchDatabase database, int seconds) {
    this.database = database;
    this.wrk = new Wrk(Path.of("src/test/resources/bench/request.lua").toString(), seconds);
  }

  /** The argument is how many seconds each measurement takes. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Path data = Path.of("target", "bench", "compare-" + ProcessHandle.current().pid());
    try (BenchDatabase database = BenchDatabase.start(data.toAbsolutePath())) {
      new Comparison(database, Integer.parseInt(arguments[0])).run();
    }
    System.exit(0); // The embedded database's pool has threads that would wait.
  }

  private void run() throws IOException, InterruptedException, SQLException {
    try (BenchServer server = BenchServer.start(application, database.url(), List.of())) {
      server.registerAdmin();
    }
    database.fill(1);
    System.out.println("| Changed | " + String.join(" | ", NAMES) + " | Memory |");
    System.out.println("|---|" + "---|".repeat(NAMES.size() + 1));
    for (Map.Entry<String, List<String>> change : CHANGES.entrySet()) {
      List<double[]> shipped = new ArrayList<>();
      List<double[]> changed = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        shipped.add(perSecond(List.of()));
        changed.add(perSecond(change.getValue()));
      }
      System.out.println(line(change.getKey(), shipped, changed));
    }
  }

  /** Requests a second for each name, and at the end resident megabytes. */
  private double[] perSecond(List<String> options) throws IOException, InterruptedException {
    try (BenchServer server = BenchServer.start(application, database.url(), options)) {
      double[] figures = new double[NAMES.size() + 1];
      for (int n = 0; n < NAMES.size(); n++) {
        Request request = Request.named(NAMES.get(n));
        String token = "Bearer " + server.signIn(request.who() == Request.Who.ADMIN ? 1 : 30);
        wrk.measure(server, request, token, null, CONNECTIONS); // to warm it up
        figures[n] = wrk.measure(server, request, token, null, CONNECTIONS).perSecond();
      }
      figures[NAMES.size()] = server.megabytes("VmHWM");
      return figures;
    }
  }

  private static String line(String change, List<double[]> shipped, List<double[]> changed) {
    StringBuilder line = new StringBuilder("| " + change + " |");
    for (int n = 0; n <= NAMES.size(); n++) {
      line.append(" %.2f |".formatted(sum(changed, n) / sum(shipped, n)));
    }
    return line.toString();
  }

  private static double sum(List<double[]> runs, int column) {
    return runs.stream().mapToDouble(figures -> figures[column]).sum();
  }
}
