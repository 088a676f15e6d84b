package org.assisterportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@MarketplaceTest
class SessionTests {
    @Autowired private SessionRepository<? extends Session> repository;
    @Autowired private JdbcClient jdbc;

    private String saveTwice(long secondsLater) {
        return saveTwice(repository, secondsLater);
    }

    private <S extends Session> String saveTwice(SessionRepository<S> sessions, long secondsLater) {
        S made = sessions.createSession();
        Instant start = Instant.now();
        made.setLastAccessedTime(start);
        sessions.save(made);
        S again = Objects.requireNonNull(sessions.findById(made.getId()));
        again.setLastAccessedTime(start.plusSeconds(secondsLater));
        sessions.save(again);
        long stored =
                jdbc.sql("SELECT last_access_time FROM identity.session WHERE session_id = :id")
                        .param("id", made.getId())
                        .query(Long.class)
                        .single();
        return stored == start.toEpochMilli() ? "kept" : "written";
    }

    @Test
    void aBusySessionIsWrittenOnceAMinuteAtMost() {
        assertThat(saveTwice(20)).isEqualTo("kept");
        assertThat(saveTwice(61)).isEqualTo("written");
    }

    @Test
    void twoRequestsOfOneSessionMayKeepTheSameThing() {
        assertThat(keptByTwo(repository)).isEqualTo("later");
    }

    private static <S extends Session> @Nullable String keptByTwo(SessionRepository<S> sessions) {
        S made = sessions.createSession();
        sessions.save(made);
        S one = Objects.requireNonNull(sessions.findById(made.getId()));
        S other = Objects.requireNonNull(sessions.findById(made.getId()));
        one.setAttribute("flash", "sooner");
        other.setAttribute("flash", "later");
        sessions.save(one);
        sessions.save(other);
        return Objects.requireNonNull(sessions.findById(made.getId())).getAttribute("flash");
    }

    @Test
    void whatARequestKeepsInASessionThatEndedMeanwhileIsGoneWithIt() {
        assertThat(keptTooLate(repository)).isNull();
    }

    private static <S extends Session> @Nullable S keptTooLate(SessionRepository<S> sessions) {
        S made = sessions.createSession();
        sessions.save(made);
        S late = Objects.requireNonNull(sessions.findById(made.getId()));
        sessions.deleteById(made.getId());
        late.setAttribute("flash", "late");
        sessions.save(late);
        return sessions.findById(made.getId());
    }
}
