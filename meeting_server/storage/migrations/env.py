"""Runs migrations on the connection that the server hands over."""

from alembic import context

from meeting_server.storage.tables import metadata  # Alembic runs this file by its path, outside the package.

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
