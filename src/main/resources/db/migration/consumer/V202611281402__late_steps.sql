-- Steps that nobody can take any more after their day: they are looked for each hour.
CREATE INDEX late_step ON consumer.consumer (case_due) WHERE case_next IN ('CHOOSE_PLAN', 'RENEW');
