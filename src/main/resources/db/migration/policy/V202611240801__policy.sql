CREATE SCHEMA policy;

CREATE TABLE policy.policy_value (
    code text NOT NULL,
    effective_from date NOT NULL,
    value text NOT NULL,
    clause text NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (code, effective_from)
);

GRANT USAGE ON SCHEMA policy TO app, app_assister;
GRANT SELECT, INSERT ON policy.policy_value TO app;
GRANT SELECT ON policy.policy_value TO app_assister;

INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('portal.assessment.pass-mark-percent', '2018-01-01', '70', 'Assister Portal Access Policy, 2.2', 'marketplace'),
('portal.assessment.questions', '2018-01-01', '20', 'Assister Portal Access Policy, 2.2 (number set by the marketplace)', 'marketplace'),
('portal.course.minutes', '2018-01-01', '45', 'Assister Portal Access Policy, 2.1', 'marketplace'),
('certification.required-courses', '2018-01-01', E'data-security-ethics\ncore-curriculum', '45 CFR 155.215(b)(2)', 'marketplace'),
('certification.background-after-courses', '2018-01-01', '2', 'Assister certification, background study after the first two courses', 'marketplace'),
('certification.pass-mark-percent', '2018-01-01', '80', 'Assister certification, recertification assessments', 'marketplace'),
('certification.questions', '2018-01-01', '10', 'Assister certification, assessments', 'marketplace'),
('certification.recertification-opens', '2018-01-01', '08-01', 'Assister recertification, opens early August', 'marketplace'),
('certification.due', '2018-01-01', '10-15', 'Assister recertification, due mid-October', 'marketplace'),
('activation.link-days', '2018-01-01', '7', 'Assister Portal Access Policy, 3.1 (days set by the marketplace)', 'marketplace'),
('learning.code-minutes', '2018-01-01', '10', 'Learning Center sign-in', 'marketplace'),
('learning.code-tries', '2018-01-01', '5', 'Learning Center sign-in', 'marketplace'),
('learning.code-mails-an-hour', '2018-01-01', '5', 'Learning Center sign-in', 'marketplace'),
('session.idle-minutes', '2018-01-01', '15', 'Account security', 'marketplace'),
('session.max-hours', '2018-01-01', '12', 'Account security', 'marketplace'),
('roster.refused-mailboxes', '2018-01-01',
 E'info\nintern\ninterns\nadmin\nadministrator\ncontact\ncontactus\noffice\nfrontdesk\nfront-desk\nfront.desk\nhelp\nhelpdesk\nnavigator\nnavigators\nassister\nassisters\ncac\nenroll\nenrollment\nnoreply\nno-reply\nno.reply\ndonotreply\nsupport\nservice\nstaff\nteam\nmail\nemail\nwebmaster\npostmaster\nhostmaster\nabuse\nreception\ngeneral\nhello\nvolunteer\nvolunteers\nmnsure\ninsurance\noutreach\nshared',
 'Assister Portal Access Policy, 1.2', 'marketplace'),
('roster.maybe-mailboxes', '2018-01-01',
 E'alexa\nparis\nsales\nsale\nmarketing\nbilling\nclinic\nhope\ngrace\nfaith\nmercy\nguide\nmanager\ndirector\ncoordinator\nprogram\npage\nmarshall\nbishop\nabbott',
 'Assister Portal Access Policy, 1.2 (may be a name)', 'marketplace'),
('text.roster-attestation', '2018-01-01',
 'I am authorized by this agency to submit its roster. The people on it work or volunteer for the agency as shown. Where Assister Portal Access says Yes, the agency approves an assister portal account for the person. I will report changes as they happen.',
 'Assister Portal Access Policy, 1', 'marketplace'),
('text.terms-of-use', '2018-01-01',
 E'Your account is yours alone. Do not share your password, your authenticator app or your recovery codes, and never sign in as somebody else.\nLook only at what you need for your work. Every look at a person''s private data is recorded with your name and the time.\nHelp only people who have authorized you, and stop when they end it.\nTell the Assister Resource Center at once if a device is lost, if somebody else may have used your account, or if private data may have gone to the wrong person.\nWhen you leave your agency, or are no longer certified, your access ends.',
 'Minn. Stat. 62V.06; 45 CFR 155.260', 'marketplace');
