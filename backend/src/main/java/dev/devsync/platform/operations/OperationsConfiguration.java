package dev.devsync.platform.operations;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What every instance tells about itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OperationsConfiguration {

  /** Held polls are meant to take long, and would hide how long requests take. */
  @Bean
  ObservationPredicate requestsOnly() {
    return (name, context) ->
        !(context instanceof ServerRequestObservationContext request)
            || request.getCarrier() == null
            || !request.getCarrier().getRequestURI().startsWith("/socket.io");
  }
}
