package dev.devsync.platform.errors;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers in JSON for requests so malformed that Tomcat refuses them itself. Tomcat creates it by its class name. */
public final class ContainerErrors extends ErrorReportValve {

  private static final Logger log = LoggerFactory.getLogger(ContainerErrors.class);
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      PrintWriter writer = response.getReporter();
      if (writer != null) {
        writer.write(JSON.writeValueAsString(ErrorBodies.error(status.getReasonPhrase())));
        response.finishResponse();
      }
    } catch (IOException gone) {
      log.debug("The client went away before its error was written", gone);
    }
  }
}
