-- Two roles: board_owner makes and changes tables, board_server is what the servers sign in as and can do no more than they do.
-- Run by a superuser in the board's own, empty database. Give both passwords with \password.

CREATE ROLE board_owner LOGIN;
CREATE ROLE board_server LOGIN;
DO $$ BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO board_owner, board_server', current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO board_owner;
GRANT USAGE ON SCHEMA public TO board_server;
ALTER DEFAULT PRIVILEGES FOR ROLE board_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO board_server;
ALTER DEFAULT PRIVILEGES FOR ROLE board_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO board_server;
