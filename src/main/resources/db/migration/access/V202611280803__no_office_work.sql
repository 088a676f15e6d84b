-- What contacts, officers and the Learning Center's own sign-in do isn't done in the assister's hat. An assister corrects
-- the own Public-Facing Information, learns, and is judged.
REVOKE ALL ON agency.upload, learning.sign_in_code, learning.mail_asked FROM app_assister;
REVOKE INSERT ON agency.agency, agency.person, certification.background_study FROM app_assister;
REVOKE INSERT, UPDATE ON agency.contract, agency.contact, access.enrollment, access.hold FROM app_assister;
REVOKE UPDATE ON agency.person FROM app_assister;
GRANT UPDATE (training_id) ON agency.person TO app_assister;
REVOKE DELETE ON agency.draft_entry FROM app_assister;
REVOKE SELECT ON access.event FROM app_assister;
