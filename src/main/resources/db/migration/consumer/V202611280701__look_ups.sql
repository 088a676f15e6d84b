-- Whether an assister left something within the hour, settled or not; and what was done, without looks.
CREATE INDEX left_over_of_consumer ON consumer.left_over (consumer, at DESC);
CREATE INDEX diary_of_acts ON consumer.diary (consumer, at DESC, id) WHERE NOT look;

-- Compared when they are there, and not kept: what came of it stands in the flags.
ALTER TABLE consumer.request DROP COLUMN confirmed_network, DROP COLUMN confirmed_browser;
