"""The parts that `create_app` puts together: the pages, the connection and the gate."""
