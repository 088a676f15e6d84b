-- The language in which the consumer signed, for the notice; null where somebody else signed, or in a language that notices don't have.
ALTER TABLE application.notice_due ADD COLUMN language text;
