package org.assisterportal.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.assisterportal.access.AccessStanding;
import org.assisterportal.acting.ActingDoor;
import org.assisterportal.acting.PortalDoor;
import org.assisterportal.consumer.CaseRow;
import org.assisterportal.consumer.Caseload;
import org.assisterportal.consumer.Caseload.Filter;
import org.assisterportal.consumer.Caseload.Order;
import org.assisterportal.consumer.ConsumerId;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.Minnesota;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The consumers who authorized the assister: listed, searched, and the bare lines of those who ended it. */
@Controller
@RequestMapping("/portal")
class DashboardController {
    private final PortalDoor door;
    private final ActingDoor acting;
    private final Caseload caseload;
    private final Clock clock;

    DashboardController(PortalDoor door, ActingDoor acting, Caseload caseload, Clock clock) {
        this.door = door;
        this.acting = acting;
        this.caseload = caseload;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        AccessStanding standing = door.open(actor, request, model).orElse(null);
        if (standing == null) {
            return PortalDoor.STOPPED;
        }
        Filter filter = filter(show);
        Order order = order(sort, filter);
        Caseload.Shown shown = caseload.list(actor, standing, filter, order, page);
        if (shown.page().rows().isEmpty() && page > 1) {
            return "redirect:/portal?show=" + word(filter);
        }
        if (model.getAttribute("left") instanceof String left) {
            acting.nameOf(actor, ConsumerId.parse(left)).ifPresent(name -> model.addAttribute("stoppedFor", name));
        }
        model.addAttribute("list", shown.page());
        model.addAttribute("filter", word(filter));
        model.addAttribute("order", order.name().toLowerCase(Locale.ROOT));
        return home(shown.page().rows(), shown.counts(), "", model);
    }

    // The term is posted, so that no name ends up in an access log or a browser's history.
    @PostMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        AccessStanding standing = door.open(actor, request, model).orElse(null);
        if (standing == null) {
            return PortalDoor.STOPPED;
        }
        if (q.isBlank()) {
            return "redirect:/portal";
        }
        Caseload.Found found = caseload.search(actor, standing, q);
        return home(found.rows(), found.counts(), q.strip(), model);
    }

    @GetMapping("/ended")
    String ended(
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            Model model) {
        AccessStanding standing = door.open(actor, request, model).orElse(null);
        if (standing == null) {
            return PortalDoor.STOPPED;
        }
        model.addAttribute("ended", caseload.ended(standing, page));
        return "portal/ended";
    }

    private String home(List<CaseRow> rows, Caseload.Counts counts, String q, Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute("q", q);
        model.addAttribute("today", Minnesota.today(clock));
        return "portal/home";
    }

    private static Filter filter(String show) {
        return switch (show) {
            case "waiting" -> Filter.WAITING;
            case "due" -> Filter.DUE;
            default -> Filter.ALL;
        };
    }

    private static String word(Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    /** What isn't said is what helps most: by name among all, by day where something has to be done. */
    private static Order order(String sort, Filter filter) {
        return switch (sort) {
            case "name" -> Order.NAME;
            case "activity" -> Order.ACTIVITY;
            case "due" -> Order.DUE;
            default -> filter == Filter.ALL ? Order.NAME : Order.DUE;
        };
    }
}
