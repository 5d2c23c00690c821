// What the SPA does with socket.io-client, against a running server. Exits with 1 if it differs.
import assert from "node:assert/strict";
import { io } from "socket.io-client";

const [url, transportList] = process.argv.slice(2);
const transports = transportList.split(",");

const connect = (token, options = {}) =>
  io(url, { transports, auth: { token }, forceNew: true, reconnectionDelay: 50, ...options });

const once = (emitter, event) => new Promise((resolve) => emitter.once(event, resolve));

async function emitsAndListens() {
  const socket = connect("good");
  await once(socket, "connect");
  if (transports.length > 1 && socket.io.engine.transport.name !== "websocket") {
    await once(socket.io.engine, "upgrade");
  }
  assert.equal(socket.io.engine.transport.name, transports.at(-1));
  assert.deepEqual(await socket.emitWithAck("register", {}), { status: "success" });
  const said = once(socket, "said");
  socket.emit("say", { text: "žluť 🎈", nothing: null });
  assert.deepEqual(await said, { text: "žluť 🎈", nothing: null });
  const numbers = Array.from({ length: 30 }, (_, index) => index);
  const echoes = await Promise.all(numbers.map((n) => socket.emitWithAck("echo", n)));
  assert.deepEqual(echoes, numbers);
  socket.disconnect();
}

async function isRefusedWithoutToken() {
  const socket = connect(undefined);
  const error = await once(socket, "connect_error");
  assert.equal(error.message, "Connection rejected by server");
  assert.equal(socket.active, false);
}

async function learnsWhyItIsRefused() {
  const error = await once(connect("expired"), "connect_error");
  assert.deepEqual(error.data, { error: "token_expired" });
}

async function comesBackAfterTransportClose() {
  const socket = connect("good");
  await once(socket, "connect");
  const reconnected = new Promise((resolve) => socket.io.once("reconnect", resolve));
  socket.emit("close me");
  const reason = await once(socket, "disconnect");
  assert.ok(["transport close", "transport error"].includes(reason), reason);
  await reconnected;
  socket.disconnect();
}

await emitsAndListens();
await isRefusedWithoutToken();
await learnsWhyItIsRefused();
await comesBackAfterTransportClose();
process.exit(0);
