package bench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assisterportal.access.AccessDesk;
import org.assisterportal.audit.AuditLine;
import org.assisterportal.audit.AuditLog;
import org.assisterportal.identity.SessionStart;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The bench's way into the product, and the reference page: one query of 50 rows, one audit line, the same layout. */
@Controller
class BenchDoor {
    private final SessionStart sessions;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final AccessDesk desk;
    private final Seed seed;

    BenchDoor(
            SessionStart sessions, JdbcClient jdbc, AuditLog audit, TransactionTemplate transaction, AccessDesk desk,
            Seed seed) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.desk = desk;
        this.seed = seed;
    }

    @GetMapping("/activate/bench/seed")
    @ResponseBody
    String seed(@RequestParam int people) {
        return String.valueOf(seed.plant(people));
    }

    @GetMapping("/activate/bench/in")
    @ResponseBody
    String in(@RequestParam String who, HttpServletRequest request, HttpServletResponse response) {
        Actor actor = who.equals("contact") ? seed.contact() : seed.officer();
        sessions.start(request, response, actor, null, Objects.requireNonNull(actor.hat()).authority());
        return "in";
    }

    @GetMapping("/activate/bench/statements")
    @ResponseBody
    String statements() {
        return String.valueOf(StatementCounter.STATEMENTS.get());
    }

    /** Enrolls as one selection; answers the seconds until it was committed. */
    @GetMapping("/activate/bench/enroll")
    @ResponseBody
    String enroll(@RequestParam int from, @RequestParam int to) {
        List<PersonId> selection = seed.people().subList(from, to);
        long start = System.nanoTime();
        if (!(desk.enroll(selection, seed.officer()) instanceof AccessDesk.Enrollment.Done done)
                || done.enrolled() != selection.size()) {
            throw new IllegalStateException("not everybody was enrolled");
        }
        return String.valueOf((System.nanoTime() - start) / 1e9);
    }

    @GetMapping({"/amp/bench/reference", "/arc/bench/reference"})
    String reference(@AuthenticationPrincipal Actor actor, Model model) {
        transaction.executeWithoutResult(
                status -> {
                    List<Map<String, Object>> rows =
                            jdbc.sql("SELECT p.id, p.sort_name, p.training_id, e.city, e.email, e.phone FROM agency.person p"
                                            + " JOIN agency.entry e ON e.person = p.id AND e.valid_until IS NULL"
                                            + " WHERE p.agency = :agency ORDER BY p.sort_name, p.id LIMIT 50")
                                    .param("agency", seed.agency())
                                    .query()
                                    .listOfRows();
                    audit.record(AuditLine.of(actor, "bench.shown"));
                    model.addAttribute("rows", rows);
                });
        return "bench-reference";
    }
}
