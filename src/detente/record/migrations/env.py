"""Alembic's entry: migrations run on the connection that the record has opened."""

from alembic import context

from detente.record.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
