// Stands in for the vendored socket library: what the page sends is kept, and the test says what comes down.
export const sent = [];
const hears = {};

export const socket = {
  connected: true,
  active: true,
  io: { opts: {}, on() {}, open() {}, engine: { on() {}, once() {}, close() {} } },
  on: (name, hear) => (hears[name] = (hears[name] || []).concat([hear])),
  connect() {},
  disconnect() {},
  emit: (name, data, answer) => sent.push({ name, data, answer }),
};
socket.volatile = socket;

export const down = (name, data) => hears[name].forEach(hear => hear(data));
export const io = () => socket;
