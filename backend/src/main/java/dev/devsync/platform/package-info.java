/**
 * What has no domain: error bodies, JSON reading and writing, access rules, tokens, rate limits,
 * the record of changes (outbox and audit trail), the database and the scheduler. Every other
 * module may use all of it.
 */
@ApplicationModule(displayName = "Platform", type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.devsync.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
