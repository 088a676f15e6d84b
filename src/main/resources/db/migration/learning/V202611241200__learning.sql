CREATE SCHEMA learning;

-- A lesson somebody opened, and the answer given to its check; the newest answer is kept, the first one counts in time.
CREATE TABLE learning.lesson (
    person uuid NOT NULL,
    course text NOT NULL,
    lesson text NOT NULL,
    opened_at timestamptz NOT NULL,
    answered_at timestamptz,
    answer integer,
    PRIMARY KEY (person, course, lesson),
    CHECK ((answered_at IS NULL) = (answer IS NULL))
);

-- That all lessons of a course were done: a fact that a lesson added later doesn't undo.
CREATE TABLE learning.training_done (
    person uuid NOT NULL,
    course text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (person, course)
);

CREATE TABLE learning.attempt (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    course text NOT NULL,
    started_at timestamptz NOT NULL,
    out_of integer NOT NULL CHECK (out_of > 0),
    graded_at timestamptz,
    points integer,
    pass_mark integer,
    passed boolean,
    CHECK ((graded_at IS NULL) = (points IS NULL)),
    CHECK ((graded_at IS NULL) = (pass_mark IS NULL)),
    CHECK ((graded_at IS NULL) = (passed IS NULL))
);
CREATE UNIQUE INDEX attempt_open ON learning.attempt (person, course) WHERE graded_at IS NULL;
CREATE INDEX attempt_of_person ON learning.attempt (person, course, graded_at);

-- The questions as they were drawn and shown, so that a course edited later grades nobody by other words.
CREATE TABLE learning.attempt_question (
    attempt uuid NOT NULL REFERENCES learning.attempt,
    position integer NOT NULL,
    question text NOT NULL,
    lesson text NOT NULL,
    words text NOT NULL,
    options text[] NOT NULL,
    right_option integer NOT NULL,
    because text NOT NULL,
    chosen integer,
    flagged boolean NOT NULL DEFAULT false,
    PRIMARY KEY (attempt, position)
);

-- Sign-in codes, known only by their keyed hash; person NULL where the Training ID was nobody's.
CREATE TABLE learning.sign_in_code (
    id uuid PRIMARY KEY,
    asked_for bytea NOT NULL,
    browser bytea NOT NULL,
    person uuid,
    code bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    used_at timestamptz
);
CREATE INDEX sign_in_code_asked ON learning.sign_in_code (asked_for, browser, created_at DESC);

-- How often a mail was asked for; by keyed hash of the Training ID or address.
CREATE TABLE learning.mail_asked (
    asked_for bytea NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX mail_asked_for ON learning.mail_asked (asked_for, at);

GRANT USAGE ON SCHEMA learning TO app;
GRANT SELECT, INSERT, UPDATE ON learning.lesson, learning.attempt, learning.attempt_question TO app;
GRANT SELECT, INSERT ON learning.training_done TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON learning.sign_in_code, learning.mail_asked TO app;
