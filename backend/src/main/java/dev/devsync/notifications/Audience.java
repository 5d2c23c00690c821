package dev.devsync.notifications;

import dev.devsync.platform.access.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who hears what of one event. Rules are added in the order of the contract's table (domain section
 * 7.1): the first that concerns a person wins, even if it is switched off, and whoever caused the
 * event hears nothing.
 */
final class Audience {

  private final Actor actor;
  private final Set<Integer> settled = new HashSet<>();
  private final List<Told> told = new ArrayList<>();

  Audience(Actor actor) {
    this.actor = actor;
  }

  Audience tell(Collection<Integer> people, Notice notice) {
    return tell(people, notice, true);
  }

  /** Settles what these people hear; nothing, if the rule is switched off. */
  Audience tell(Collection<Integer> people, Notice notice, boolean switchedOn) {
    for (int person : people) {
      if (!actor.is(person) && settled.add(person) && switchedOn) {
        told.add(new Told(person, notice));
      }
    }
    return this;
  }

  List<Told> told() {
    return told;
  }
}
