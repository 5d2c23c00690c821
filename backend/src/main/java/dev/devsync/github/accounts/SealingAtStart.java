package dev.devsync.github.accounts;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Seals before the port opens. Starting with the keys {@code new,old} is therefore how keys are
 * changed.
 */
@Component
class SealingAtStart implements SmartInitializingSingleton {

  private final TokenSealing sealing;

  SealingAtStart(TokenSealing sealing) {
    this.sealing = sealing;
  }

  @Override
  public void afterSingletonsInstantiated() {
    sealing.reseal();
  }
}
