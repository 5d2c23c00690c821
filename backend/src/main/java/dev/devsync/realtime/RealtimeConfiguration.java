package dev.devsync.realtime;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Lets this instance look after its own sockets from time to time; work for the whole cluster is
 * scheduled elsewhere.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RealtimeConfiguration {}
