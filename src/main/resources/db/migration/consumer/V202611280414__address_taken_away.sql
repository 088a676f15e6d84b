-- A consumer may take their address away again; a helper may not.
GRANT DELETE ON consumer.address TO app;
