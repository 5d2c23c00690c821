package dev.devsync;

import dev.devsync.github.Reencryption;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The DevSync server: REST, Socket.IO and background work in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DevSyncServer {

  static void main(String[] args) {
    if (Reencryption.isAskedFor(args)) {
      System.exit(Reencryption.run(System.out, args));
    }
    SpringApplication.run(DevSyncServer.class, args);
  }
}
