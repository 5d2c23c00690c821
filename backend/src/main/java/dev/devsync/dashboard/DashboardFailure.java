package dev.devsync.dashboard;

/** What a caller is told of a dashboard that cannot be loaded (contract, error shape E10). */
record DashboardFailure(String message, String error) {}
