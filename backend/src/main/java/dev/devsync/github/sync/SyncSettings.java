package dev.devsync.github.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How synchronisation behaves towards GitHub.
 *
 * @param writePause least time between two writes with one token
 * @param keepEvents how long the log of synchronisation is kept
 */
@ConfigurationProperties("devsync.github.sync")
record SyncSettings(
    @DefaultValue("1s") Duration writePause, @DefaultValue("90d") Duration keepEvents) {}
