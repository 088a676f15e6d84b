package org.assisterportal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assisterportal.identity.HeldForms;
import org.assisterportal.identity.WayBack;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.UuidText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The end of a session: putting it off, and what was typed when it came. */
@Controller
class SessionController {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final WayBack back;
    private final MessageSource messages;
    private final HeldCases cases;

    SessionController(WayBack back, MessageSource messages, HeldCases cases) {
        this.back = back;
        this.cases = cases;
        this.messages = messages;
    }

    /**
     * A kept form as the page shows it: entries with a name that people know, and how many more there are.
     *
     * @param withheld its reader may not see any more whom it is about
     */
    record HeldView(
            UUID id, String what, String path, boolean pressed, Instant at, List<Entry> entries, int more,
            Map<String, List<String>> fields, boolean withheld) {}

    /** One entry. */
    record Entry(String label, String value) {}

    /** Any request is activity; this one does nothing else. */
    @PostMapping("/session/extend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extend() {}

    /** Takes in what stood in a form, sent or not, when its page learned that the session had ended. */
    @PostMapping("/session/keep")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@RequestParam("_path") String path, HttpServletRequest request, HttpServletResponse response) {
        back.keep(request, response, path, false);
    }

    @GetMapping(WayBack.HELD_PAGE)
    String held(@AuthenticationPrincipal Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("forms", back.show(request).stream().map(held -> view(held, actor)).toList());
        return "site/held";
    }

    /** Out of keeping, so that it can't be sent twice, and on to its own page with what the browser posted here. */
    @PostMapping(WayBack.HELD_PAGE + "/{id}/send")
    ResponseEntity<Void> send(@PathVariable String id, HttpServletRequest request) {
        return back.take(UuidText.parse(id), request)
                .map(form -> ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT).location(URI.create(form.path())))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(WayBack.HELD_PAGE)))
                .build();
    }

    @PostMapping(WayBack.HELD_PAGE + "/{id}/discard")
    String discard(@PathVariable String id, HttpServletRequest request) {
        back.discard(UuidText.parse(id), request);
        return "redirect:" + (back.held(request).isEmpty() ? "/" : WayBack.HELD_PAGE);
    }

    private HeldView view(HeldForms.Held held, Actor reader) {
        HeldForms.Form form = held.form();
        Map<String, List<String>> fields = cases.fields(form, reader).orElse(null);
        if (fields == null) {
            return new HeldView(held.id(), what(form.path()), form.path(), true, held.at(), List.of(), 0, Map.of(), true);
        }
        List<Entry> entries = new ArrayList<>();
        int more = 0;
        for (var field : fields.entrySet()) {
            String label = label(field.getKey());
            String value = String.join(", ", field.getValue());
            if (label == null) {
                more += field.getValue().size();
            } else if (!value.isBlank()) {
                entries.add(new Entry(label, value));
            }
        }
        return new HeldView(
                held.id(), what(form.path()), form.path(), form.pressed(), held.at(), entries, more, fields, false);
    }

    private @Nullable String label(String field) {
        String known = messages.getMessage("roster.column." + field, null, null, Locale.US);
        return known != null ? known : messages.getMessage("held.field." + field, null, null, Locale.US);
    }

    private String what(String path) {
        String key = "held.what" + path.replaceAll(ID, "id").replace('/', '.');
        String known = messages.getMessage(key, null, null, Locale.US);
        String any = path.startsWith("/coverage/") ? "held.what.coverage.id" : "held.what";
        return known != null ? known : messages.getMessage(any, null, Locale.US);
    }
}
