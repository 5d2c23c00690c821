@org.jspecify.annotations.NullMarked
package dev.devsync.github.repositories;
