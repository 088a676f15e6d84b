package org.assisterportal.account;

import static org.assisterportal.account.ReadersLanguage.shown;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.consumer.Consumers;
import org.assisterportal.consumer.Consumers.Changed;
import org.assisterportal.consumer.Consumers.LeftOver;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an assister had typed when the authority ended: the consumer takes it over or throws it away. */
@Controller
@RequestMapping("/account/left-overs/{leftOver}")
class LeftOverController {
    private final Consumers consumers;
    private final ReadersLanguage language;

    LeftOverController(Consumers consumers, ReadersLanguage language) {
        this.consumers = consumers;
        this.language = language;
    }

    /** A field that would be another one afterwards. */
    record Row(String field, String typed, String now) {}

    @GetMapping
    String show(@PathVariable UUID leftOver, @AuthenticationPrincipal Actor consumer, Model model) {
        LeftOver left =
                consumers.leftOvers(consumer).stream()
                        .filter(one -> one.id().equals(leftOver))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Map<String, String> now = consumers.own(consumer).form();
        List<Row> rows =
                Consumers.FIELDS.stream()
                        .filter(left.content()::containsKey)
                        .map(field -> new Row(field, left.content().getOrDefault(field, ""), now.getOrDefault(field, "")))
                        .filter(row -> !row.typed().strip().equals(row.now()))
                        .map(row -> new Row(row.field(), shown(row.field(), row.typed()), shown(row.field(), row.now())))
                        .toList();
        model.addAttribute("left", left);
        model.addAttribute("rows", rows);
        return "account/left-over";
    }

    @PostMapping
    String settle(
            @PathVariable UUID leftOver,
            @RequestParam(defaultValue = "false") boolean take,
            @AuthenticationPrincipal Actor consumer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes then) {
        switch (consumers.settle(consumer, leftOver, take)) {
            case Changed.Done done -> {
                language.changed(done.fields(), consumer, request, response);
                then.addFlashAttribute("done", take ? "left-over.taken" : "left-over.thrown");
                return "redirect:/account/profile";
            }
            case Changed.Invalid invalid -> model.addAttribute("problemOf", invalid.problems());
            // The row is held while it is settled: nobody changes it meanwhile, and no guard is asked.
            case Changed.Stale stale -> throw new NotFound();
            case Changed.Stopped stopped -> throw new NotFound();
        }
        return show(leftOver, consumer, model);
    }
}
