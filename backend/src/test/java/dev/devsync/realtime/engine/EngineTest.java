package dev.devsync.realtime.engine;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the engine by itself, with a server for each test. */
abstract class EngineTest {

  TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }
}
