package org.assisterportal.document.domain;

import java.util.List;
import java.util.Objects;
import org.assisterportal.Region;
import org.assisterportal.agency.AgencyKind;
import org.assisterportal.application.ApplicationId;
import org.assisterportal.application.Hand;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.consumer.Guard;
import org.assisterportal.consumer.Scope;
import org.assisterportal.consumer.domain.Handiwork;
import org.assisterportal.consumer.domain.Household;
import org.assisterportal.document.Documents;
import org.assisterportal.document.ProofKind;
import org.assisterportal.document.ProofRequest;
import org.assisterportal.identity.domain.PageScene;
import org.assisterportal.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Maria, who has signed an application as a citizen with wages, and Ana, whom she lets apply for her. */
public abstract class ProofScene extends PageScene {
    @Autowired protected Household household;
    @Autowired protected Handiwork handiwork;
    @Autowired protected Documents documents;
    @Autowired protected Guard guard;
    @Autowired private FlywayConnectionDetails tables;

    protected Household.Assister ana;
    protected Actor maria;
    protected ApplicationId signed;

    @BeforeEach
    void mariaHasSigned() {
        ana = household.assister(region.agency(AgencyKind.NAVIGATOR));
        maria = household.consumer("Maria", "Lopez");
        household.authorize(maria, ana, Scope.APPLY);
        signed = handiwork.signed(maria);
    }

    protected Hand.Own hers() {
        return new Hand.Own(maria);
    }

    protected List<ProofRequest> asked() {
        return documents.list(hers());
    }

    protected ProofRequest about(ProofKind kind) {
        return asked().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    protected Documents.Sent send(ProofKind kind, String name, byte[] content) {
        return documents.send(hers(), about(kind).id(), List.of(TestFiles.incoming(name, content)));
    }

    /** In Ana's own request, as the guard lets her. */
    protected <T> T asAna(java.util.function.Function<Hand, T> act) {
        return household.as(
                ana.actor(),
                () -> {
                    Guard.Decision decision =
                            household.inTransaction(() -> guard.decide(ana.actor(), ConsumerId.of(maria), Scope.SEE));
                    return act.apply(new Hand.OnBehalf(((Guard.Decision.Granted) decision).acting()));
                });
    }

    protected String one(String sql) {
        return Objects.toString(household.inTransaction(() -> jdbc.sql(sql).query(String.class).optional().orElse(null)));
    }

    protected String id() {
        return String.valueOf(maria.subject());
    }

    /** What only the owner of the tables could do. */
    protected void owns(String sql) {
        JdbcClient.create(
                        new DriverManagerDataSource(
                                Objects.requireNonNull(tables.getJdbcUrl()), Objects.requireNonNull(tables.getUsername()),
                                Objects.requireNonNull(tables.getPassword())))
                .sql(sql)
                .update();
    }
}
