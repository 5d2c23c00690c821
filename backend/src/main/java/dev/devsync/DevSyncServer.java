package dev.devsync;

import dev.devsync.platform.configuration.Command;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The DevSync server: REST, Socket.IO and background work in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DevSyncServer {

  static void main(String[] args) {
    SpringFactoriesLoader.forDefaultResourceLocation().load(Command.class).stream()
        .filter(command -> command.isAskedFor(args))
        .findFirst()
        .ifPresent(command -> System.exit(command.run(System.out, args)));
    SpringApplication.run(DevSyncServer.class, args);
  }
}
