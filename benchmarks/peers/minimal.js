// A board as a Node team would begin it: Socket.IO, and one INSERT for each command where DATABASE_URL is set.
// `node minimal.js --bytes 700` sends the meeting a packet of so many bytes about each command. No rules, nobody is asked who they are.
const http = require('node:http');
const { Server } = require('socket.io');
const { Pool } = require('pg');

const FRAME = '42["patch",{"n":1000,"item":"00000000-0000-0000-0000-000000000000","text":""}]'.length;
const TABLE = `CREATE TABLE events (id serial PRIMARY KEY, room text NOT NULL, n int NOT NULL, command text NOT NULL,
  name text NOT NULL, body text NOT NULL, at double precision NOT NULL)`;
const INSERT = 'INSERT INTO events (room, n, command, name, body, at) VALUES ($1, $2, $3, $4, $5, $6)';

const size = Number(process.argv[process.argv.indexOf('--bytes') + 1]);
const padding = 'x'.repeat(size - FRAME);
const pool = process.env.DATABASE_URL ? new Pool({ connectionString: process.env.DATABASE_URL, max: 10 }) : null;
const server = http.createServer((_, answer) => answer.end());
const io = new Server(server, { transports: ['websocket'] });
let count = 0;

io.on('connection', (socket) => {
  socket.on('join', ({ room }, answer) => {
    socket.join(room);
    answer({ ok: true });
  });
  socket.on('command', async ({ room, id, name, data }, answer) => {
    const n = ++count;
    if (pool) await pool.query(INSERT, [room, n, id, name, JSON.stringify(data), Date.now() / 1000]);
    io.to(room).emit('patch', { n, item: data.item, text: padding });
    answer({ ok: true, n });
  });
});

async function main() {
  if (pool) {
    await pool.query(TABLE);
    await pool.query('CREATE INDEX ON events (room)');
  }
  server.listen(0, '127.0.0.1', 1024, () => console.log(`Serving http://127.0.0.1:${server.address().port}`));
}

main();
