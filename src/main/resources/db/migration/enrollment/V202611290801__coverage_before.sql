-- What was said of the 60 days before a move or a marriage; none with other events, and with those reported before it was asked.
ALTER TABLE enrollment.period ADD COLUMN coverage_before text;
