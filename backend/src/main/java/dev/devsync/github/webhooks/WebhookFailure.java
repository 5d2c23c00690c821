package dev.devsync.github.webhooks;

/** The body of a refusal of what cannot be read at all (error shape E2). */
record WebhookFailure(String status, String message) {}
