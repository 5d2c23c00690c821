package dev.devsync.platform.operations;

import dev.devsync.platform.configuration.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps figures and health off the port that the world can reach. */
@Component
class ManagementPort {

  ManagementPort(
      @Value("${server.port}") int serverPort,
      @Value("${devsync.management.port}") int managementPort) {
    if (managementPort > 0 && managementPort == serverPort) {
      throw new StartRefused(
          "MANAGEMENT_PORT is the port of the API, where everybody could read the server's figures.",
          "Set MANAGEMENT_PORT to a port that only your monitoring reaches, for example 8081.");
    }
  }
}
