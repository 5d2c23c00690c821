package dev.devsync.realtime.engine;

import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.web.AllowedOrigins;
import dev.devsync.realtime.engine.bridge.SocketAwareProtocol;
import dev.devsync.realtime.engine.bridge.SocketServlet;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Puts the Socket.IO server into the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketProperties.class)
class SocketConfiguration {

  @Bean
  SocketEncoder socketEncoder(JsonMapper mapper) {
    return new SocketEncoder(mapper);
  }

  /**
   * Browsers attach cookies to the connections of any page, and in production the cookies are sent
   * across sites; so there only known pages may connect (realtime contract, section 1).
   */
  @Bean
  SocketSettings socketSettings(
      SocketProperties properties, WebSettings web, AllowedOrigins allowed) {
    return properties.settings(web.isProduction() ? allowed::contains : origin -> true);
  }

  @Bean
  SocketEngine socketEngine(
      SocketSettings settings, SocketGate gate, SocketHandler handler, SocketEncoder encoder) {
    return new SocketEngine(settings, gate, handler, encoder);
  }

  /**
   * Before all filters of the API: none of them has anything to do with sockets, and passing
   * through them costs more than the handshake itself.
   */
  @Bean
  FilterRegistrationBean<Filter> socketEntrance(SocketEngine engine, SocketSettings settings) {
    SocketServlet servlet =
        new SocketServlet(engine.transport(), settings.transport().maxPayload());
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>(
            (request, response, chain) -> servlet.service(request, response));
    registration.setName("socket");
    registration.setUrlPatterns(List.of("/socket.io/*"));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setAsyncSupported(true);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> socketAwareProtocol() {
    return tomcat -> tomcat.setProtocol(SocketAwareProtocol.class.getName());
  }

  /** The engine runs before the public port opens and until after it has closed. */
  @Bean
  SmartLifecycle socketEngineRun(SocketEngine engine) {
    return new SocketLifecycle(SocketLifecycle.AROUND_WEB_SERVER, engine::start, engine::stop);
  }

  /** Clients are sent away before the web server waits for their held polls. */
  @Bean
  SmartLifecycle socketEngineDrain(SocketEngine engine) {
    return new SocketLifecycle(SmartLifecycle.DEFAULT_PHASE, () -> {}, engine::drain);
  }
}
