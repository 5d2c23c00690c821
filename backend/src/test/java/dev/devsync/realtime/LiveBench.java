package dev.devsync.realtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Measures live delivery on this machine, clients included. Arguments name what to measure; without
 * any, everything is.
 */
final class LiveBench {

  private static final int PEOPLE = 1_000;
  private static final int ROOM = 500;
  private static final int MANY = 10_000;
  private static final int RETURNING = 5_000;
  private static final int CHURN = 20_000;
  private static final int AT_ONCE = 64;
  private static final int EVENTS_PER_SECOND = 100;
  private static final int SECONDS = Integer.getInteger("live.seconds", 60);
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final BenchServer server;
  private final BenchLoop clients;
  private final List<String> tokens = new ArrayList<>();
  private final AtomicInteger comments = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LiveBench(BenchServer server) throws Exception {
    this.server = server;
    this.clients = new BenchLoop(server.port());
    for (int user = 1; user <= PEOPLE; user++) {
      tokens.add(BenchServer.token(user));
    }
  }

  public static void main(String[] arguments) throws Exception {
    List<String> wanted =
        arguments.length > 0
            ? Arrays.asList(arguments)
            : List.of("room", "slow", "churn", "return", "many");
    for (String name : wanted) {
      try (BenchServer server = new BenchServer(PEOPLE)) {
        LiveBench bench = new LiveBench(server);
        switch (name) {
          case "room" -> bench.room();
          case "slow" -> bench.slowReader();
          case "churn" -> bench.churn();
          case "return" -> bench.comeBack();
          case "many" -> bench.many();
          default -> throw new IllegalArgumentException(name);
        }
        bench.clients.close();
        bench.threads.close();
      }
    }
    System.exit(0);
  }

  private static void say(String text, Object... values) {
    System.out.println("bench-live: " + text.formatted(values));
  }

  /** What a member of the room says when connecting, with further fields. */
  private String payload(int number, String fields) {
    return "{\"token\":\"%s\",\"projects\":[1]%s}".formatted(tokens.get(number % ROOM), fields);
  }

  private List<BenchClient> connect(int count, IntConsumer heard) throws Exception {
    Semaphore turn = new Semaphore(AT_ONCE);
    List<Future<BenchClient>> connecting = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      turn.acquire();
      connecting.add(
          threads.submit(
              () -> {
                try {
                  return clients.connect(payload(number, ""), heard);
                } finally {
                  turn.release();
                }
              }));
    }
    List<BenchClient> connected = new ArrayList<>();
    for (Future<BenchClient> client : connecting) {
      connected.add(client.get());
    }
    return connected;
  }

  /** A room of 500 that hears 100 events a second. */
  private void room() throws Exception {
    int warmUp = 15 * EVENTS_PER_SECOND;
    int events = SECONDS * EVENTS_PER_SECOND;
    AtomicLongArray committed = new AtomicLongArray(warmUp + events + 1);
    Latencies latencies = new Latencies();
    AtomicInteger heard = new AtomicInteger();
    List<BenchClient> tabs =
        connect(
            ROOM,
            id -> {
              heard.incrementAndGet();
              long at = committed.get(id);
              if (id > warmUp) {
                latencies.add(at == 0 ? 0 : System.nanoTime() - at);
              }
            });
    long start = System.nanoTime();
    for (int id = 1; id <= warmUp + events; id++) {
      LockSupport.parkNanos(start + id * 1_000_000_000L / EVENTS_PER_SECOND - System.nanoTime());
      committed.set(id, server.comment(id, "hello everybody in the room"));
    }
    awaitAll(heard, ROOM * (warmUp + events));
    say(
        "room of %d, %d events a second for %d s: %s from commit to receipt",
        ROOM, EVENTS_PER_SECOND, SECONDS, latencies);
    close(tabs);
  }

  private static void awaitAll(AtomicInteger heard, int expected) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (heard.get() < expected) {
      if (System.nanoTime() > end) {
        throw new AssertionError(heard + " heard instead of " + expected);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static void close(List<BenchClient> tabs) throws Exception {
    for (BenchClient tab : tabs) {
      tab.close();
    }
  }

  /** One member of the room has stopped reading. */
  private void slowReader() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    List<BenchClient> tabs = connect(20, id -> heard.incrementAndGet());
    BenchClient deaf = clients.connectDeaf(payload(1, ""));
    String text = "x".repeat(20_000);
    int events = 1_900;
    for (int id = 1; id <= events; id++) {
      server.comment(id, text);
      awaitAll(heard, (id - 20) * tabs.size());
    }
    awaitAll(heard, events * tabs.size());
    clients.hearAgain(deaf);
    say(
        "slow reader: %d others heard all %d events; it was dropped: %s",
        tabs.size(), events, deaf.endsWithin(20));
    close(tabs);
  }

  /** 20,000 connections that come and go. */
  private void churn() throws Exception {
    close(connect(2_000, id -> {}));
    Thread.sleep(2_000);
    String before = server.life();
    long start = System.nanoTime();
    for (int round = 0; round < CHURN / 1_000; round++) {
      close(connect(1_000, id -> {}));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Thread.sleep(5_000);
    say(
        "%d connects and disconnects in %.1f s; before: %s; after: %s",
        CHURN, seconds, before, server.life());
  }

  /** 5,000 clients come back at once and catch up, while somebody uses the API. */
  private void comeBack() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    IntConsumer count = id -> heard.incrementAndGet();
    List<BenchClient> tabs = connect(RETURNING, count);
    server.comment(1, "seen by all");
    awaitAll(heard, RETURNING);
    List<Long> seen = tabs.stream().map(BenchClient::lastSeq).toList();
    close(tabs);
    for (int id = 2; id <= 11; id++) {
      server.comment(id, "missed by all");
    }
    heard.set(0);
    List<String> payloads = new ArrayList<>();
    for (int i = 0; i < RETURNING; i++) {
      payloads.add(payload(i, ",\"last_seq\":" + seen.get(i)));
    }
    try (RequestProbe requests = RequestProbe.start(server.port(), tokens.get(3))) {
      requests.begin();
      long start = System.nanoTime();
      List<BenchClient> back = returnAll(payloads, count);
      try {
        awaitAll(heard, RETURNING * 10);
      } finally {
        double seconds = (System.nanoTime() - start) / 1e9;
        say(
            "%d clients came back at once; in %.1f s they heard %d of %d missed events; requests"
                + " meanwhile: %s; %s",
            RETURNING, seconds, heard.get(), RETURNING * 10, requests.end(), outcomes(back));
      }
      close(back);
    }
  }

  private List<BenchClient> returnAll(List<String> payloads, IntConsumer heard) throws IOException {
    List<BenchClient> back = new ArrayList<>();
    for (String payload : payloads) {
      back.add(clients.begin(payload, heard));
    }
    return back;
  }

  /** How many are in, still wait, or failed, and why. */
  private static Map<String, Integer> outcomes(List<BenchClient> connecting) {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (BenchClient client : connecting) {
      String outcome =
          switch (client.admitted().state()) {
            case SUCCESS -> "in";
            case RUNNING -> "waiting";
            default -> String.valueOf(client.admitted().exceptionNow());
          };
      outcomes.merge(outcome, 1, Integer::sum);
    }
    return outcomes;
  }

  /** 10,000 open sockets. */
  private void many() throws Exception {
    AtomicInteger heard = new AtomicInteger();
    long start = System.nanoTime();
    List<BenchClient> tabs = connect(MANY, id -> heard.incrementAndGet());
    double seconds = (System.nanoTime() - start) / 1e9;
    String life = server.life();
    long told = System.nanoTime();
    server.comment(comments.incrementAndGet(), "to all of them");
    awaitAll(heard, MANY);
    say(
        "%d sockets connected in %.1f s; %s; an event reached all of them within %d ms",
        MANY, seconds, life, (System.nanoTime() - told) / 1_000_000);
    close(tabs);
  }
}
