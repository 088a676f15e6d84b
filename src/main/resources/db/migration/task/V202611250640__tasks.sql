-- Work for the marketplace's staff; facts are ids, codes and numbers, never a consumer's data.
CREATE SCHEMA task;

CREATE TABLE task.task (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    subject uuid NOT NULL,
    facts jsonb NOT NULL,
    opened_at timestamptz NOT NULL,
    due date NOT NULL,
    owner uuid,
    owner_name text,
    done_at timestamptz,
    done_by text,
    result text,
    CHECK ((done_at IS NULL) = (result IS NULL))
);
CREATE UNIQUE INDEX task_open_once ON task.task (kind, subject) WHERE done_at IS NULL;
CREATE INDEX task_open ON task.task (due, id) WHERE done_at IS NULL;
CREATE INDEX task_done ON task.task (done_at DESC, id) WHERE done_at IS NOT NULL;

GRANT USAGE ON SCHEMA task TO app, app_assister;
GRANT SELECT, INSERT, UPDATE ON task.task TO app;
-- An assister's act may make work for the staff; the assister never reads it.
GRANT INSERT ON task.task TO app_assister;
