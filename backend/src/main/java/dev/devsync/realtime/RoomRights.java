package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may be in which room: exactly those who may read its project or task over REST. */
@Component
class RoomRights {

  private static final int BATCH = 1_000;

  private final RealtimeRepository repository;
  private final MembershipRepository memberships;

  RoomRights(RealtimeRepository repository, MembershipRepository memberships) {
    this.repository = repository;
    this.memberships = memberships;
  }

  boolean mayEnter(int userId, Role role, Room room) {
    return !allowed(userId, role, List.of(room)).isEmpty();
  }

  /** Those of the project and task rooms that the user may be in, with at most two queries. */
  Set<Room> allowed(int userId, Role role, Collection<Room> rooms) {
    List<Integer> projects = ids(rooms, Room.Kind.PROJECT);
    List<Integer> tasks = ids(rooms, Room.Kind.TASK);
    boolean all = role.isManager();
    Set<Integer> openProjects =
        all
            ? repository.existing("projects", projects)
            : repository.visibleProjects(userId, projects);
    Set<Integer> openTasks =
        all ? repository.existing("tasks", tasks) : repository.visibleTasks(userId, tasks);
    Set<Room> allowed = new HashSet<>();
    openProjects.forEach(id -> allowed.add(Room.project(id)));
    openTasks.forEach(id -> allowed.add(Room.task(id)));
    return allowed;
  }

  /** Those of the memberships that are over, with one query for each thousand. */
  List<Membership> lost(Collection<Membership> all) {
    List<Membership> lost = new ArrayList<>();
    for (Room.Kind kind : List.of(Room.Kind.PROJECT, Room.Kind.TASK)) {
      List<Membership> some = all.stream().filter(each -> each.room().kind() == kind).toList();
      for (int start = 0; start < some.size(); start += BATCH) {
        List<Membership> batch = some.subList(start, Math.min(start + BATCH, some.size()));
        memberships.withoutRight(kind, batch).forEach(place -> lost.add(batch.get(place - 1)));
      }
    }
    return lost;
  }

  private static List<Integer> ids(Collection<Room> rooms, Room.Kind kind) {
    return rooms.stream().filter(room -> room.kind() == kind).map(Room::id).distinct().toList();
  }
}
