package dev.devsync.platform.web;

import dev.devsync.platform.json.JsonBodyArgument;
import dev.devsync.platform.json.JsonGate;
import dev.devsync.platform.ratelimit.RouteLimit;
import dev.devsync.platform.security.AccessGate;
import dev.devsync.platform.security.CallerArgument;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lines up the checks of a request in the contract's order (conventions, section 7). */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final AccessGate accessGate;
  private final JsonGate jsonGate;
  private final RouteLimit routeLimit;

  WebConfiguration(AccessGate accessGate, JsonGate jsonGate, RouteLimit routeLimit) {
    this.accessGate = accessGate;
    this.jsonGate = jsonGate;
    this.routeLimit = routeLimit;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(accessGate).order(1);
    registry.addInterceptor(jsonGate).order(2);
    registry.addInterceptor(routeLimit).order(3);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerArgument());
    resolvers.add(new JsonBodyArgument());
  }

  /** Answers are JSON whatever a client says it accepts. */
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
    negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
  }
}
