package dev.devsync.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the packaged server over HTTP on the data set, and writes what it found as Markdown. Run
 * it with {@code make bench}; docs/performance.md says how to read the tables.
 */
public final class Bench {

  private static final int[] CONNECTIONS = {1, 16, 64};
  private static final int GROWTH_CONNECTIONS = 16;
  private static final int STARTS = 3;
  private static final int WARM_UP_SECONDS = 4;
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final Path folder;
  private final Path application;
  private final Wrk wrk;
  private final BenchReport report = new BenchReport();

  private Bench(Path folder, int seconds) {
    this.folder = folder;
    this.application = folder.resolve("app");
    this.wrk = new Wrk(Path.of("src/test/resources/bench/request.lua").toString(), seconds);
  }

  /**
   * Run from the folder of the back end with a packaged server in {@code target}.
   *
   * @param arguments seconds for each measurement, and the sizes of the data set, for example
   *     {@code 5 1,5,50}
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    int seconds = Integer.parseInt(arguments[0]);
    List<Integer> sizes = Stream.of(arguments[1].split(",")).map(Integer::valueOf).toList();
    Path folder = Path.of("target", "bench").toAbsolutePath();
    FileSystemUtils.deleteRecursively(folder);
    Files.createDirectories(folder);
    Bench bench = new Bench(folder, seconds);
    bench.install();
    for (int size : sizes) {
      bench.measure(size);
      Files.writeString(folder.resolve("results.md"), bench.report.markdown());
    }
    System.out.println(bench.report.markdown());
    System.exit(0); // The embedded database's pool has threads that would wait.
  }

  /** Puts the server where it will stand; its start-up cache holds for this place only. */
  private void install() throws IOException, InterruptedException {
    Process extraction =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djarmode=tools",
                "-jar",
                Path.of("target/devsync-server.jar").toAbsolutePath().toString(),
                "extract",
                "--destination",
                application.toString())
            .inheritIO()
            .start();
    if (extraction.waitFor() != 0) {
      throw new IOException("the server cannot be extracted");
    }
    for (String options : List.of("java-options", "compiler-directives.json")) {
      Files.copy(
          Path.of("image", options),
          application.resolve(options),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path cache() {
    return application.resolve("devsync.aot");
  }

  private void measure(int size) throws IOException, InterruptedException, SQLException {
    boolean first = !Files.exists(cache());
    try (BenchDatabase database = BenchDatabase.start(folder.resolve("size-" + size))) {
      if (first) {
        train(database);
      } else {
        prepare(database);
      }
      database.fill(size);
      if (first) {
        measureStarts(database);
      }
      try (BenchServer server = shipped(database)) {
        measure(size, server, database, first);
      }
    }
  }

  /** As when an image is built: one run creates the schema, the next the start-up cache. */
  private void train(BenchDatabase database) throws IOException, InterruptedException {
    try (BenchServer server = BenchServer.start(application, database.url(), List.of())) {
      report.start("empty database, without cache", server.startTime());
      server.registerAdmin();
    }
    try (BenchServer server =
        BenchServer.start(application, database.url(), List.of("-XX:AOTCacheOutput=" + cache()))) {
      String token = "Bearer " + server.signIn(1);
      for (Request request : Request.reads()) {
        server.once(request, token, null);
      }
    }
  }

  private void prepare(BenchDatabase database) throws IOException, InterruptedException {
    try (BenchServer server = shipped(database)) {
      server.registerAdmin();
    }
  }

  private BenchServer shipped(BenchDatabase database) throws IOException, InterruptedException {
    return BenchServer.start(application, database.url(), List.of("-XX:AOTCache=" + cache()));
  }

  private void measureStarts(BenchDatabase database) throws IOException, InterruptedException {
    report.start("with cache", median(database, List.of("-XX:AOTCache=" + cache())));
    report.start("without cache", median(database, List.of()));
  }

  private Duration median(BenchDatabase database, List<String> options)
      throws IOException, InterruptedException {
    List<Duration> times = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      try (BenchServer server = BenchServer.start(application, database.url(), options)) {
        times.add(server.startTime());
      }
    }
    return times.stream().sorted().toList().get(STARTS / 2);
  }

  private void measure(int size, BenchServer server, BenchDatabase database, boolean first)
      throws IOException, InterruptedException, SQLException {
    report.memory("idle, data set x" + size, server.megabytes("VmRSS"));
    warmUp(server, Request.reads());
    for (Request request : Request.reads()) {
      measure(size, server, database, request, first);
    }
    if (first) {
      warmUp(server, Request.writes());
      for (Request request : Request.writes()) {
        measure(size, server, database, request, true);
      }
      report.refresh(new Refreshes(server).measure());
    }
    report.memory("most under load, data set x" + size, server.megabytes("VmHWM"));
    if (first) {
      overload(server);
    }
  }

  /** Has the just-in-time compiler see all of them before any is measured. */
  private void warmUp(BenchServer server, List<Request> requests)
      throws IOException, InterruptedException {
    Wrk warming = wrk.lasting(WARM_UP_SECONDS);
    for (Request request : requests) {
      String token = token(server, request);
      if (isSlow(alone(server, request, token, null))) {
        continue;
      }
      warming.measure(server, request, token, null, GROWTH_CONNECTIONS);
      server.calm(request, token);
    }
  }

  private static Duration alone(
      BenchServer server, Request request, String token, @Nullable String etag)
      throws IOException, InterruptedException {
    long sent = System.nanoTime();
    server.once(request, token, etag);
    return Duration.ofNanos(System.nanoTime() - sent);
  }

  /** Sixteen of these at a time would outlast any measurement; one by itself says enough. */
  private static boolean isSlow(Duration alone) {
    return alone.compareTo(SLOW) > 0;
  }

  private static String token(BenchServer server, Request request)
      throws IOException, InterruptedException {
    return "Bearer " + server.signIn(request.who() == Request.Who.ADMIN ? 1 : 30);
  }

  private void overload(BenchServer server) throws IOException, InterruptedException {
    Request page = Request.named(Request.PAGE_MADE_ANEW);
    String token = "Bearer " + server.signIn(1);
    double sustained = wrk.measure(server, page, token, null, GROWTH_CONNECTIONS).perSecond();
    report.overload(page, sustained, new Overload(server, page, token).measure(sustained));
  }

  private void measure(
      int size, BenchServer server, BenchDatabase database, Request request, boolean first)
      throws IOException, InterruptedException, SQLException {
    String token = token(server, request);
    HttpResponse<byte[]> answer = server.once(request, token, null);
    String etag = request.known() ? answer.headers().firstValue("ETag").orElseThrow() : null;
    HttpResponse<byte[]> shown = server.once(request, token, etag);
    long statements = database.statementsOf(() -> server.once(request, token, etag));
    report.answer(size, request, shown.statusCode(), shown.body().length, statements);
    Duration alone = alone(server, request, token, etag);
    if (isSlow(alone)) {
      report.figures(size, request, 1, Wrk.Figures.ofOne(alone));
      return;
    }
    wrk.measure(server, request, token, etag, GROWTH_CONNECTIONS); // to warm it up
    server.calm(request, token);
    for (int connections : first ? CONNECTIONS : new int[] {GROWTH_CONNECTIONS}) {
      report.figures(
          size, request, connections, wrk.measure(server, request, token, etag, connections));
      server.calm(request, token);
    }
  }
}
