INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('account.reset-pending-days', '2018-01-01', '3', 'Account security, lost authenticator: days until a second officer must have decided', 'marketplace'),
('account.reset-link-hours', '2018-01-01', '72', 'Account security, lost authenticator: hours for which the mailed link works', 'marketplace'),
('account.address-code-minutes', '2018-01-01', '10', 'Account security, proving a new sign-in address', 'marketplace'),
('account.address-code-tries', '2018-01-01', '5', 'Account security, proving a new sign-in address', 'marketplace'),
('account.address-mails-an-hour', '2018-01-01', '5', 'Account security, proving a new sign-in address', 'marketplace'),
('session.hat-change-minutes', '2018-01-01', '30', 'Account security, changing hats asks for the second factor again after', 'marketplace');
