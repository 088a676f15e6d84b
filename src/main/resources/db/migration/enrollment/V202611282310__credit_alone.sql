-- Signed without choosing a plan: how much of the credit is taken in advance.
ALTER TABLE enrollment.act DROP CONSTRAINT act_kind_check;
ALTER TABLE enrollment.act ADD CONSTRAINT act_kind_check CHECK (kind IN ('CHOSEN', 'ENDED', 'CANCELLED', 'RENEWED', 'REDETERMINED', 'CREDIT'));
