package dev.devsync.auth;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.OpenTo;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Permission;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Refuses;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration, sign-in, and what the caller may do. */
@RestController
@RequestMapping("/api/v1/auth")
class AuthController {

  private final Registrations registrations;
  private final SignIn signIn;
  private final SessionCookies cookies;

  AuthController(Registrations registrations, SignIn signIn, SessionCookies cookies) {
    this.registrations = registrations;
    this.signIn = signIn;
    this.cookies = cookies;
  }

  @PostMapping("/register")
  @ResponseStatus(HttpStatus.CREATED)
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Refuses({403, 409})
  SignedInAnswer register(
      @Body(Registration.class) JsonBody body, Origin origin, HttpServletResponse response) {
    SignedIn signedIn = registrations.register(Registration.read(body), origin);
    cookies.set(response, signedIn.tokens());
    return SignedInAnswer.of("User registered successfully", signedIn);
  }

  @PostMapping("/login")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Refuses(401)
  SignedInAnswer login(
      @Body(Credentials.class) JsonBody body, Origin origin, HttpServletResponse response) {
    SignedIn signedIn = signIn.signIn(Credentials.read(body), origin);
    cookies.set(response, signedIn.tokens());
    return SignedInAnswer.of("Login successful", signedIn);
  }

  @PostMapping("/token")
  @OpenTo(OpenTo.Audience.EVERYONE)
  @Refuses(401)
  Token token(@Body(Credentials.class) JsonBody body, Origin origin, HttpServletResponse response) {
    SignedIn signedIn = signIn.issueToken(Credentials.read(body), origin);
    cookies.set(response, signedIn.tokens());
    String access = signedIn.tokens().access();
    return new Token(access, access, signedIn.user().id(), signedIn.user().role());
  }

  @GetMapping("/permissions")
  @Requires(Right.USE_OWN_ACCOUNT)
  Permissions permissions(Caller caller) {
    return new Permissions(caller.role(), Permission.of(caller.role()));
  }

  record Token(String token, String accessToken, int userId, Role role) {}

  record Permissions(Role role, List<Permission> permissions) {}
}
