package dev.devsync.infra;

/** What alarms and the dashboard look at. */
record Observed(RequestMetrics requests, Server server, Database database, JobBacklog backlog) {}
