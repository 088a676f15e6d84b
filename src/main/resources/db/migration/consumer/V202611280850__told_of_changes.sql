-- When the consumer was last told by mail that this assister changed something; each line stands in the diary.
ALTER TABLE consumer.authority ADD COLUMN told_at timestamptz;
GRANT UPDATE (told_at) ON consumer.authority TO app_assister;
