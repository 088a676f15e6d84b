package org.assisterportal.consumer.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Applications;
import org.assisterportal.application.Hand;
import org.assisterportal.application.Question;
import org.assisterportal.application.Spot;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Sql;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What assisters do for consumers, through the guard and in their own requests. */
@TestComponent
public class Handiwork {
    private final Household household;
    private final Consumers consumers;
    private final Guard guard;
    private final Applications applications;
    private final JdbcClient jdbc;

    Handiwork(Household household, Consumers consumers, Guard guard, Applications applications, JdbcClient jdbc) {
        this.household = household;
        this.consumers = consumers;
        this.guard = guard;
        this.applications = applications;
        this.jdbc = jdbc;
    }

    /** Looks at the profile; the diary's new line. */
    public UUID look(Household.Assister assister, Actor consumer) {
        household.as(
                assister.actor(),
                () ->
                        household.inTransaction(
                                () -> {
                                    var decision = guard.decide(assister.actor(), ConsumerId.of(consumer), Scope.SEE);
                                    return consumers.view(((Guard.Decision.Granted) decision).acting());
                                }));
        return newest(consumer);
    }

    /** Changes one field of the profile, as the form holds the others. */
    public Consumers.Changed change(Household.Assister assister, Actor consumer, String field, String value) {
        var profile = consumers.own(consumer);
        Map<String, String> form = new HashMap<>(profile.form());
        form.put(field, value);
        return household.as(
                assister.actor(),
                () -> consumers.change(assister.actor(), ConsumerId.of(consumer), form, profile.version()));
    }

    /** The consumer's own change. */
    public Consumers.Changed change(Actor consumer, Map<String, String> fields) {
        var profile = consumers.own(consumer);
        Map<String, String> form = new HashMap<>(profile.form());
        form.putAll(fields);
        return consumers.change(consumer, form, profile.version());
    }

    /** What an assister had typed when the authority ended. */
    public void leave(UUID id, Actor consumer, Map<String, String> content) {
        household.inTransaction(
                () ->
                        jdbc.sql(
                                        "INSERT INTO consumer.left_over (id, consumer, at, by_name, form, content)"
                                                + " VALUES (:id, :consumer, now(), 'Ana Torres', 'profile', jsonb_object(:content::text[]))")
                                .param("id", id)
                                .param("consumer", ConsumerId.of(consumer).value())
                                .param("content", Sql.pairs(content))
                                .update());
    }

    /** The diary's newest line. */
    public UUID newest(Actor consumer) {
        return household.inTransaction(
                () ->
                        jdbc.sql("SELECT id FROM consumer.diary WHERE consumer = :consumer ORDER BY at DESC, id LIMIT 1")
                                .param("consumer", ConsumerId.of(consumer).value())
                                .query(UUID.class)
                                .single());
    }

    /** The consumer's own draft of an application, begun now where there is none. */
    public ApplicationId application(Actor consumer) {
        return ((Applications.Begun.Done) applications.start(new Hand.Own(consumer))).id();
    }

    /** Somebody whom the consumer names in their draft; the key. */
    public String member(Actor consumer) {
        String key = UUID.randomUUID().toString();
        Map<String, String> form =
                Map.of(
                        "first-name", "Rosa", "last-name", "Lopez", "birth-date", key.matches("[0-7].*") ? "5/1/2015" : "5/2/2015",
                        "applies", "YES", "here", "YES");
        applications.save(new Hand.Own(consumer), application(consumer), new Spot(Question.PERSON, key), form, 0, true);
        return key;
    }
}
