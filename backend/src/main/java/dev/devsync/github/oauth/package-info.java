@org.jspecify.annotations.NullMarked
package dev.devsync.github.oauth;
