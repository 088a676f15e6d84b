-- Whose mail it is reads it in this language; English where no template of that language is.
ALTER TABLE notification.outbox ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}$');
