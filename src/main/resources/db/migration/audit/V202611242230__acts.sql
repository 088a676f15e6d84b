-- The record's search offers the acts that exist, and finds one act's lines newest first.
CREATE INDEX line_act ON audit.line (act, at DESC);
