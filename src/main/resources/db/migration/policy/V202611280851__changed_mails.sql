INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('authorization.changed-mail-minutes', '2018-01-01', '60', 'Diary: a consumer is told by mail of an assister''s saved changes at most once in so many minutes; the diary has each', 'marketplace');
