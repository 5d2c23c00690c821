package dev.devsync.platform.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the outbox is kept, which is also how far back the history of a task and catching up
 * reach. What is of no use once it was told is deleted after a day.
 */
@ConfigurationProperties("devsync.outbox")
record OutboxSettings(
    @DefaultValue("90d") Duration keep, @DefaultValue("1d") Duration keepFleeting) {}
