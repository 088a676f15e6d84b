package org.assisterportal.identity.domain;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.HeldForms;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Keys;
import org.assisterportal.shared.SecretBox;
import org.assisterportal.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows that only this product can read, with the outside key. */
@Component
class HeldFormTable implements HeldForms {
    private static final int LONGEST = 64 * 1024;
    private static final int OF_A_HAT = 5;
    private static final int REFUSALS_AN_HOUR = 60;

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Keys keys;
    private final AuditLog audit;
    private final Clock clock;

    HeldFormTable(JdbcClient jdbc, SecretBox box, Keys keys, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean keep(String browser, Owner owner, Form form) {
        String text = text(form);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            return false;
        }
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO identity.held_form (id, browser, person, hat, content, sealed, held_at, expires_at)
                        VALUES (:id, :browser, :person, :hat, :content, :sealed, :now, :expires)
                        ON CONFLICT (browser, hat, content) DO UPDATE SET held_at = :now, expires_at = :expires
                        """)
                .param("id", UUID.randomUUID())
                .param("browser", hash(browser))
                .param("person", owner.person())
                .param("hat", owner.hat())
                .param("content", hash(text))
                .param("sealed", box.close(bytes))
                .param("now", Sql.time(now))
                .param("expires", Sql.time(now.plus(KEPT)))
                .update();
        jdbc.sql(
                        """
                        DELETE FROM identity.held_form WHERE hat = :hat AND id NOT IN (
                            SELECT id FROM identity.held_form WHERE hat = :hat ORDER BY held_at DESC, id LIMIT :most)
                        """)
                .param("hat", owner.hat())
                .param("most", OF_A_HAT)
                .update();
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> of(String browser, Owner owner) {
        return jdbc.sql(
                        """
                        SELECT id, sealed, held_at FROM identity.held_form
                         WHERE browser = :browser AND hat = :hat AND expires_at > :now ORDER BY held_at DESC, id
                        """)
                .param("browser", hash(browser))
                .param("hat", owner.hat())
                .param("now", Sql.time(clock.instant()))
                .query(
                        (row, number) ->
                                new Held(
                                        Sql.uuid(row, "id"), form(row.getBytes("sealed")),
                                        Sql.instant(row, "held_at")))
                .list();
    }

    @Override
    @Transactional
    public List<Held> show(String browser, Owner owner, Actor by) {
        List<Held> shown = of(browser, owner);
        audit.record(line("held-form.shown", by).with("forms", shown.size()));
        return shown;
    }

    @Override
    @Transactional
    public Optional<Form> take(UUID id, String browser, Owner owner, Actor by) {
        return noted("held-form.restored", by, remove(id, browser, owner));
    }

    @Override
    @Transactional
    public void discard(UUID id, String browser, Owner owner, Actor by) {
        noted("held-form.dropped", by, remove(id, browser, owner));
    }

    private Optional<Form> noted(String act, Actor by, Optional<Form> removed) {
        if (removed.isPresent()) {
            audit.record(line(act, by));
        } else {
            audit.recordRefusal(line(act, by).refused("gone"), String.valueOf(whose(by)), REFUSALS_AN_HOUR);
        }
        return removed;
    }

    private static AuditLine line(String act, Actor by) {
        UUID whose = whose(by);
        AuditLine line = AuditLine.of(by, act);
        return whose == null ? line : line.about(whose);
    }

    private static @Nullable UUID whose(Actor by) {
        return by.account() != null ? by.account() : by.subject();
    }

    @Scheduled(fixedDelayString = "${assisterportal.purge:10m}", initialDelayString = "${assisterportal.purge:10m}")
    @Transactional
    void purge() {
        jdbc.sql("DELETE FROM identity.held_form WHERE expires_at <= :now")
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    private Optional<Form> remove(UUID id, String browser, Owner owner) {
        return jdbc.sql(
                        """
                        DELETE FROM identity.held_form
                         WHERE id = :id AND browser = :browser AND hat = :hat AND expires_at > :now RETURNING sealed
                        """)
                .param("id", id)
                .param("browser", hash(browser))
                .param("hat", owner.hat())
                .param("now", Sql.time(clock.instant()))
                .query((row, number) -> form(row.getBytes("sealed")))
                .optional();
    }

    @Override
    @Transactional
    public void keepOnly(String browser, Owner owner) {
        jdbc.sql("DELETE FROM identity.held_form WHERE browser = :browser AND person <> :person")
                .param("browser", hash(browser))
                .param("person", owner.person())
                .update();
    }

    @Override
    @Transactional
    public void drop(String browser) {
        jdbc.sql("DELETE FROM identity.held_form WHERE browser = :browser").param("browser", hash(browser)).update();
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(keys.hmac("held-form", text), 0, 16);
    }

    private static String text(Form form) {
        String fields =
                form.fields().entrySet().stream()
                        .flatMap(field -> field.getValue().stream().map(one -> coded(field.getKey()) + "=" + coded(one)))
                        .collect(Collectors.joining("&"));
        return form.pressed() + "\n" + form.path() + "\n" + fields;
    }

    private Form form(byte[] sealed) {
        String[] lines = new String(box.open(sealed), StandardCharsets.UTF_8).split("\n", 3);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : lines[2].isEmpty() ? new String[0] : lines[2].split("&")) {
            int equals = pair.indexOf('=');
            fields.computeIfAbsent(plain(pair.substring(0, equals)), name -> new ArrayList<>())
                    .add(plain(pair.substring(equals + 1)));
        }
        return new Form(lines[1], fields, Boolean.parseBoolean(lines[0]));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
