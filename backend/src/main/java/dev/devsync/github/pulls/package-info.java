/** Pull requests: which tasks they name, and what follows for those when they get on. */
@org.jspecify.annotations.NullMarked
package dev.devsync.github.pulls;
