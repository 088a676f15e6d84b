package org.assisterportal.agency.domain;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.agency.Agencies;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.agency.AgencyView;
import org.assisterportal.agency.ContactRole;
import org.assisterportal.agency.ContactView;
import org.assisterportal.agency.ContractChanged;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.Accounts;
import org.assisterportal.identity.HatGrant;
import org.assisterportal.identity.Invitation;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.AgencyId;
import org.assisterportal.shared.EmailAddress;
import org.assisterportal.shared.Hat;
import org.assisterportal.shared.Minnesota;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.PageOf;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agencies, contracts and contacts as rows; every act is the ARC's. */
@Component
class AgencyTable implements Agencies {
    private static final int PAGE = 25;
    private static final String VIEW =
            """
            SELECT a.id, a.code, a.name, a.kind, c.first_day, c.last_day,
                   EXISTS (SELECT 1 FROM agency.contract f
                            WHERE f.agency = a.id AND f.first_day <= :today AND f.last_day >= :today) AS in_force
              FROM agency.agency a
              LEFT JOIN LATERAL (SELECT first_day, last_day FROM agency.contract
                                  WHERE agency = a.id ORDER BY first_day DESC LIMIT 1) c ON true
            """;

    private static final Kept OWN = new Kept.Refused("agency.refused.own");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final RosterPolicy policy;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AgencyTable(
            JdbcClient jdbc, Accounts accounts, RosterPolicy policy, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AgencyView> find(AgencyId id) {
        return jdbc.sql(VIEW + " WHERE a.id = :id")
                .param("today", Minnesota.today(clock))
                .param("id", id.value())
                .query((row, number) -> view(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AgencyView> byCode(String code) {
        return jdbc.sql(VIEW + " WHERE a.code = upper(:code)")
                .param("today", Minnesota.today(clock))
                .param("code", code.strip())
                .query((row, number) -> view(row))
                .optional();
    }

    @Override
    @Transactional
    public Optional<AgencyPage> show(AgencyId id, Actor by) {
        guard(by, "agency.shown");
        Optional<AgencyPage> page = find(id).map(agency -> new AgencyPage(agency, contacts(id)));
        page.ifPresent(
                shown ->
                        audit.record(
                                AuditLine.of(by, "agency.shown").about(id.value()).in(id)
                                        .showing(shown.contacts().stream().map(ContactView::id).toList())));
        return page;
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<AgencyView> list(@Nullable String term, int page) {
        int number = Math.max(1, page);
        String like = Sql.like(term);
        String where = " WHERE a.name ILIKE :like OR a.code ILIKE :like";
        long total = jdbc.sql("SELECT count(*) FROM agency.agency a" + where).param("like", like).query(Long.class).single();
        List<AgencyView> rows =
                jdbc.sql(VIEW + where + " ORDER BY a.name, a.id LIMIT :limit OFFSET :offset")
                        .param("today", Minnesota.today(clock))
                        .param("like", like)
                        .param("limit", PAGE)
                        .param("offset", (long) (number - 1) * PAGE)
                        .query((row, at) -> view(row))
                        .list();
        return new PageOf<>(rows, number, PAGE, total);
    }

    @Override
    @Transactional
    public AgencyId create(String name, AgencyKind kind, LocalDate from, LocalDate until, Actor by) {
        guard(by, "agency.created");
        AgencyId id = new AgencyId(UUID.randomUUID());
        String prefix = kind == AgencyKind.NAVIGATOR ? "N" : "C";
        int made = 0;
        while (made == 0) {
            made =
                    jdbc.sql(
                                    "INSERT INTO agency.agency (id, code, name, kind, created_at)"
                                            + " VALUES (:id, :code, :name, :kind, :now) ON CONFLICT (code) DO NOTHING")
                            .param("id", id.value())
                            .param("code", prefix + (1000 + random.nextInt(9000)))
                            .param("name", name)
                            .param("kind", kind.name())
                            .param("now", Sql.time(clock.instant()))
                            .update();
        }
        insertContract(id, from, until);
        audit.record(AuditLine.of(by, "agency.created").about(id.value()).in(id).with("from", from).with("until", until));
        return id;
    }

    @Override
    @Transactional
    public Kept addContract(AgencyId agency, LocalDate from, LocalDate until, Actor by) {
        guard(by, "contract.added");
        if (ownAffair(agency, "contract.added", by)) {
            return OWN;
        }
        lock(agency);
        boolean overlaps =
                jdbc.sql(
                                "SELECT EXISTS (SELECT 1 FROM agency.contract WHERE agency = :agency"
                                        + " AND first_day <= :until AND last_day >= :from)")
                        .param("agency", agency.value())
                        .param("from", from)
                        .param("until", until)
                        .query(Boolean.class)
                        .single();
        if (overlaps) {
            audit.recordRefusal(AuditLine.of(by, "contract.added").in(agency).refused("overlaps"));
            return new Kept.Refused("agency.refused.overlaps");
        }
        insertContract(agency, from, until);
        audit.record(AuditLine.of(by, "contract.added").in(agency).with("from", from).with("until", until));
        events.publishEvent(new ContractChanged(agency, by));
        return new Kept.Done(agency.value());
    }

    @Override
    @Transactional
    public Kept endContract(AgencyId agency, LocalDate lastDay, String reason, Actor by) {
        guard(by, "contract.ended");
        if (ownAffair(agency, "contract.ended", by)) {
            return OWN;
        }
        LocalDate today = Minnesota.today(clock);
        int ended =
                jdbc.sql(
                                "UPDATE agency.contract SET last_day = :last, end_reason = :reason WHERE agency = :agency"
                                        + " AND first_day <= :today AND last_day >= :last AND :last >= :today")
                        .param("agency", agency.value())
                        .param("last", lastDay)
                        .param("today", today)
                        .param("reason", reason)
                        .update();
        if (ended == 0) {
            audit.recordRefusal(AuditLine.of(by, "contract.ended").in(agency).refused("not-in-force"));
            return new Kept.Refused("agency.refused.not-in-force");
        }
        audit.record(AuditLine.of(by, "contract.ended").in(agency).with("last-day", lastDay));
        events.publishEvent(new ContractChanged(agency, by));
        return new Kept.Done(agency.value());
    }

    @Override
    @Transactional
    public Kept inviteContact(AgencyId agency, String name, EmailAddress email, Set<ContactRole> roles, Actor by) {
        guard(by, "contact.invited");
        lock(agency);
        if (ownAffair(agency, "contact.invited", by)) {
            return OWN;
        }
        if (accounts.ownAffairs(by).include(email)) {
            audit.recordRefusal(AuditLine.of(by, "contact.invited").in(agency).refused("own"));
            return new Kept.Refused("agency.refused.yourself");
        }
        if (policy.mailboxes().refuses(email.value())) {
            audit.recordRefusal(AuditLine.of(by, "contact.invited").in(agency).refused("mailbox.shared"));
            return new Kept.Refused("mailbox.shared");
        }
        AgencyView view = find(agency).orElseThrow(NotFound::new);
        UUID id =
                jdbc.sql("SELECT id FROM agency.contact WHERE agency = :agency AND ended_at IS NULL AND lower(email) = :key")
                        .param("agency", agency.value())
                        .param("key", email.key())
                        .query(UUID.class)
                        .optional()
                        .orElseGet(UUID::randomUUID);
        jdbc.sql(
                        """
                        INSERT INTO agency.contact (id, agency, name, email, roles, invited_at)
                        VALUES (:id, :agency, :name, :email, :roles, :now)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles
                        """)
                .param("id", id)
                .param("agency", agency.value())
                .param("name", name)
                .param("email", email.value())
                .param("roles", names(roles))
                .param("now", Sql.time(clock.instant()))
                .update();
        accounts.invite(
                List.of(
                        new Invitation(
                                email, name, Hat.AGENCY_CONTACT, id, agency.value(), view.name(),
                                "the Assister Resource Center")),
                by);
        audit.record(AuditLine.of(by, "contact.invited").about(id).in(agency).with("roles", roles));
        return new Kept.Done(id);
    }

    @Override
    @Transactional
    public Kept resendLink(AgencyId agency, UUID contact, Actor by) {
        guard(by, "activation.resent");
        if (ownAffair(agency, "activation.resent", by)) {
            return OWN;
        }
        ContactView view = present(agency, contact);
        HatGrant grant = accounts.grants(Hat.AGENCY_CONTACT, List.of(view.id())).get(view.id());
        if (grant == null || grant.activatedAt() != null) {
            audit.recordRefusal(AuditLine.of(by, "activation.resent").about(contact).in(agency).refused("agency.refused.active"));
            return new Kept.Refused("agency.refused.active");
        }
        accounts.resendLink(Hat.AGENCY_CONTACT, contact, by);
        return new Kept.Done(contact);
    }

    @Override
    @Transactional
    public Kept changeRoles(AgencyId agency, UUID contact, Set<ContactRole> roles, Actor by) {
        guard(by, "contact.roles-changed");
        if (ownAffair(agency, "contact.roles-changed", by)) {
            return OWN;
        }
        ContactView view = present(agency, contact);
        jdbc.sql("UPDATE agency.contact SET roles = :roles WHERE id = :id")
                .param("id", contact)
                .param("roles", names(roles))
                .update();
        audit.record(AuditLine.of(by, "contact.roles-changed").about(contact).in(view.agency()).with("roles", roles));
        return new Kept.Done(contact);
    }

    @Override
    @Transactional
    public Kept endContact(AgencyId agency, UUID contact, Actor by) {
        guard(by, "contact.ended");
        if (ownAffair(agency, "contact.ended", by)) {
            return OWN;
        }
        ContactView view = present(agency, contact);
        jdbc.sql("UPDATE agency.contact SET ended_at = :now WHERE id = :id")
                .param("id", contact)
                .param("now", Sql.time(clock.instant()))
                .update();
        accounts.endHat(Hat.AGENCY_CONTACT, contact, by);
        audit.record(AuditLine.of(by, "contact.ended").about(contact).in(view.agency()));
        return new Kept.Done(contact);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ContactView> contacts(AgencyId agency) {
        return jdbc.sql("SELECT * FROM agency.contact WHERE agency = :agency AND ended_at IS NULL ORDER BY name, id")
                .param("agency", agency.value())
                .query((row, number) -> contact(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ContactView> contact(UUID id) {
        return jdbc.sql("SELECT * FROM agency.contact WHERE id = :id")
                .param("id", id)
                .query((row, number) -> contact(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ContactView> authorizedContacts(AgencyId agency) {
        return contacts(agency).stream().filter(ContactView::authorized).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT id, name FROM agency.agency WHERE id = ANY(:ids::uuid[])
                        UNION ALL
                        SELECT id, name FROM agency.contact WHERE id = ANY(:ids::uuid[])
                        """)
                .param("ids", Sql.ids(ids))
                .query(row -> {
                    names.put(Sql.uuid(row, "id"), row.getString("name"));
                });
        return names;
    }

    private ContactView present(AgencyId agency, UUID contact) {
        return contact(contact)
                .filter(known -> known.endedAt() == null && known.agency().equals(agency))
                .orElseThrow(NotFound::new);
    }

    private void guard(Actor by, String act) {
        if (!by.wears(Hat.ARC_OFFICER)) {
            audit.recordRefusal(AuditLine.of(by, act).refused("not-arc-officer"));
            throw new NotFound();
        }
    }

    private boolean ownAffair(AgencyId agency, String act, Actor by) {
        boolean own = accounts.ownAffairs(by).include(agency);
        if (own) {
            audit.recordRefusal(AuditLine.of(by, act).in(agency).refused("own"));
        }
        return own;
    }

    private void lock(AgencyId agency) {
        if (jdbc.sql("SELECT id FROM agency.agency WHERE id = :id FOR UPDATE")
                .param("id", agency.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound();
        }
    }

    private void insertContract(AgencyId agency, LocalDate from, LocalDate until) {
        Instant now = clock.instant();
        jdbc.sql(
                        "INSERT INTO agency.contract (id, agency, first_day, last_day, made_at)"
                                + " VALUES (:id, :agency, :from, :until, :now)")
                .param("id", UUID.randomUUID())
                .param("agency", agency.value())
                .param("from", from)
                .param("until", until)
                .param("now", Sql.time(now))
                .update();
    }

    private static String[] names(Set<ContactRole> roles) {
        return Sql.texts(roles.stream().map(ContactRole::name).sorted().toList());
    }

    private static AgencyView view(ResultSet row) throws SQLException {
        return new AgencyView(
                new AgencyId(Sql.uuid(row, "id")),
                row.getString("code"),
                row.getString("name"),
                AgencyKind.valueOf(row.getString("kind")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("in_force"));
    }

    private static ContactView contact(ResultSet row) throws SQLException {
        return new ContactView(
                Sql.uuid(row, "id"),
                new AgencyId(Sql.uuid(row, "agency")),
                row.getString("name"),
                row.getString("email"),
                Sql.texts(row, "roles").stream().map(ContactRole::valueOf).collect(Collectors.toSet()),
                Sql.instant(row, "invited_at"),
                Sql.instantOrNull(row, "ended_at"));
    }
}
