package dev.devsync.projects;

import java.util.List;

/**
 * A project as events tell of it.
 *
 * @param members ids of the members after the change
 */
public record ProjectFacts(int id, String name, String status, int createdBy, List<Integer> members) {}
