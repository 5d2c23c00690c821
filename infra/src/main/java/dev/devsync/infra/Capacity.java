package dev.devsync.infra;

/** How much of everything an environment has. */
record Capacity(Server server, Database database, int natGateways) {

  static Capacity staging() {
    return new Capacity(new Server(512, 1024, 1, 2), new Database("t4g.micro", 20, 50, false), 1);
  }

  static Capacity production() {
    return new Capacity(new Server(1024, 2048, 2, 6), new Database("t4g.medium", 50, 500, true), 2);
  }

  /** Size of one task in CPU units (1024 is one core) and MiB, and how many run. */
  record Server(int cpu, int memoryMiB, int minimumTasks, int maximumTasks) {}

  /** Storage grows by itself from {@code storageGiB} to {@code maximumStorageGiB}. */
  record Database(String instanceType, int storageGiB, int maximumStorageGiB, boolean secondZone) {}
}
