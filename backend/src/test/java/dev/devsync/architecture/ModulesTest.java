package dev.devsync.architecture;

import dev.devsync.DevSyncServer;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void noModuleReachesIntoAnotherOrDependsInACircle() {
    ApplicationModules.of(DevSyncServer.class).verify();
  }
}
