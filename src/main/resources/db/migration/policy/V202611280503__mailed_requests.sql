INSERT INTO policy.policy_value (code, effective_from, value, clause, decided_by) VALUES
('authorization.request-hours', '2018-01-01', '72', '45 CFR 155.210(e)(6); a mailed request for an authorization can be confirmed for so many hours', 'marketplace'),
('authorization.requests-a-day', '2018-01-01', '20', 'Without an account: an assister starts so many requests a day, refused ones counted', 'marketplace'),
('authorization.request-sends', '2018-01-01', '3', 'Without an account: a request is mailed so many times', 'marketplace'),
('authorization.request-mails-a-day', '2018-01-01', '3', 'Without an account: an address gets so many requests a day, from whomever', 'marketplace'),
('authorization.request-code-tries', '2018-01-01', '5', 'Without an account: so many wrong codes end a request', 'marketplace'),
('authorization.request-kept-days', '2018-01-01', '30', 'Minn. Stat. 13.05, subd. 3; a request that nobody confirmed is deleted so many days after its end', 'marketplace'),
('authorization.again-days', '2018-01-01', '7', 'Without an account: so many days before the end the consumer is asked to confirm again', 'marketplace'),
('authorization.public-mail-providers', '2018-01-01', 'aol.com
arvig.net
att.net
bellsouth.net
centurylink.net
charter.net
comcast.net
duck.com
embarqmail.com
fastmail.com
frontier.com
frontiernet.net
gmail.com
gmx.com
gmx.net
googlemail.com
hotmail.com
hotmail.es
icloud.com
juno.com
live.com
mac.com
mail.com
mchsi.com
me.com
midco.net
msn.com
netzero.net
outlook.com
outlook.es
paulbunyan.net
pm.me
proton.me
protonmail.com
q.com
rocketmail.com
runbox.com
sbcglobal.net
spectrum.net
tds.net
tuta.com
usfamily.net
verizon.net
windstream.net
yahoo.com
yahoo.es
yahoo.com.mx
ymail.com
zoho.com', 'Without an account: mail providers at which anybody has an address; every other domain of an assister''s or a contact''s address counts as the agency''s', 'marketplace');
