package dev.devsync.realtime.engine;

import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.web.AllowedOrigins;
import dev.devsync.realtime.engine.bridge.SocketServlet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

  @Bean
  ServletRegistrationBean<SocketServlet> socketServlet(
      SocketEngine engine, SocketSettings settings) {
    ServletRegistrationBean<SocketServlet> registration =
        new ServletRegistrationBean<>(
            new SocketServlet(engine.transport(), settings.transport().maxPayload()),
            "/socket.io/*");
    registration.setName("socket");
    registration.setAsyncSupported(true);
    return registration;
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
