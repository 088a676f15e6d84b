-- The other agency that the consumer knows their assister works for; null while it is the one they authorized.
ALTER TABLE consumer.authority ADD COLUMN told_moved_to uuid REFERENCES agency.agency;
GRANT UPDATE (told_moved_to) ON consumer.authority TO app_assister;
