package dev.devsync.fakegithub;

/** A webhook delivery, which a test can send when, as often and in whatever order it likes. */
public record FakeDelivery(String id, String event, byte[] body) {

  /** The value of {@code X-Hub-Signature-256} under this secret. */
  public String signature(String secret) {
    return Hooks.signature(body, secret);
  }
}
