-- Run by board_owner once the tables are there: the log and the read log are only ever added to. What was taken back is
-- cleared in its place; a trigger holds that to those two columns, whoever asks.

REVOKE UPDATE, DELETE ON events, read_log FROM board_server;
GRANT UPDATE (body, payload_hash) ON events TO board_server;
REVOKE INSERT, UPDATE, DELETE ON alembic_version FROM board_server;
