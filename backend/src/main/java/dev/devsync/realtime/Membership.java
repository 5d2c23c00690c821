package dev.devsync.realtime;

/** That a socket is in the room of a project or task. */
record Membership(LiveSession session, Room room) {}
