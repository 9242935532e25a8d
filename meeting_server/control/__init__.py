"""The administrator's commands to the server, beside a running server or without one."""
