/**
 * DevSync on AWS, described with the CDK: {@link dev.devsync.infra.DevSyncOnAws} puts the stacks
 * together, one class describes each part, and {@link dev.devsync.infra.Settings} holds what an
 * operator decides.
 */
package dev.devsync.infra;
