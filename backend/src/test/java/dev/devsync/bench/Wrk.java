package dev.devsync.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs {@code wrk} for a bounded time. */
final class Wrk {

  private final String script;
  private final int seconds;

  /**
   * @param script the path of {@code request.lua}
   * @param seconds how long each measurement takes
   */
  Wrk(String script, int seconds) {
    this.script = script;
    this.seconds = seconds;
  }

  /** The same with other seconds. */
  Wrk lasting(int others) {
    return new Wrk(script, others);
  }

  /**
   * What one measurement showed.
   *
   * @param perSecond requests a second
   * @param p50 median latency in milliseconds; the others alike
   * @param errors answers from 400 on, and connections that broke
   */
  record Figures(double perSecond, double p50, double p90, double p99, long errors) {

    /** What a single request shows. */
    static Figures ofOne(Duration time) {
      double millis = time.toNanos() / 1e6;
      return new Figures(1_000 / millis, millis, millis, millis, 0);
    }
  }

  Figures measure(
      BenchServer server, Request request, String token, @Nullable String etag, int connections)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "wrk",
            "--threads=1",
            "--connections=" + connections,
            "--duration=" + seconds + "s",
            "--timeout=10s",
            "--script=" + script,
            server.url(""));
    Map<String, String> environment = builder.environment();
    environment.put("BENCH_METHOD", request.method());
    environment.put("BENCH_PATH", "/api/v1" + request.path());
    environment.put("BENCH_TOKEN", token);
    if (request.body() != null) {
      environment.put("BENCH_BODY", request.body());
    }
    if (etag != null) {
      environment.put("BENCH_ETAG", etag);
    }
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("wrk failed: " + output);
    }
    return output
        .lines()
        .filter(line -> line.startsWith("RESULT "))
        .map(Wrk::read)
        .findFirst()
        .orElseThrow(() -> new IOException("wrk told no result: " + output));
  }

  private static Figures read(String line) {
    String[] parts = line.split(" ");
    double requests = Double.parseDouble(parts[1]);
    double micros = Double.parseDouble(parts[2]);
    return new Figures(
        requests / micros * 1_000_000,
        Double.parseDouble(parts[4]) / 1000,
        Double.parseDouble(parts[5]) / 1000,
        Double.parseDouble(parts[6]) / 1000,
        Long.parseLong(parts[7]));
  }
}
