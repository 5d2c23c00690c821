package dev.devsync.realtime;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a program's wish to hear of something.
 *
 * @param notifications whether it hears what is addressed to its user
 * @param refused what the user may not see, or what does not exist
 * @param resumed whether what was missed has been sent; null if it was not asked for
 * @param seq the place from which a program that has heard nothing may resume
 */
record Subscription(
    String status,
    List<Integer> projects,
    List<Integer> tasks,
    boolean notifications,
    Refused refused,
    @Nullable Boolean resumed,
    long seq) {

  /** The part that was not granted. */
  record Refused(List<Integer> projects, List<Integer> tasks) {}

  static Subscription of(Set<Room> wanted, Set<Room> granted, @Nullable Boolean resumed, long seq) {
    List<Room> refused = wanted.stream().filter(room -> !granted.contains(room)).toList();
    return new Subscription(
        "success",
        ids(granted, Room.Kind.PROJECT),
        ids(granted, Room.Kind.TASK),
        granted.stream().anyMatch(room -> room.kind() == Room.Kind.USER),
        new Refused(ids(refused, Room.Kind.PROJECT), ids(refused, Room.Kind.TASK)),
        resumed,
        seq);
  }

  private static List<Integer> ids(Collection<Room> rooms, Room.Kind kind) {
    return rooms.stream().filter(room -> room.kind() == kind).map(Room::id).sorted().toList();
  }
}
