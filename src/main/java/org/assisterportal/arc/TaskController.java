package org.assisterportal.arc;

import java.util.UUID;
import org.assisterportal.consumer.Disputes;
import org.assisterportal.shared.Actor;
import org.assisterportal.shared.NotFound;
import org.assisterportal.shared.UuidText;
import org.assisterportal.task.TaskView;
import org.assisterportal.task.Tasks;
import org.assisterportal.task.Tasks.Outcome;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the officers have to do, by due day; one task with what it is about, taken, handed back or closed. */
@Controller
@RequestMapping("/arc/tasks")
class TaskController {
    private final Tasks tasks;
    private final Disputes disputes;
    private final CarrierSubjects carriers;

    TaskController(Tasks tasks, Disputes disputes, CarrierSubjects carriers) {
        this.carriers = carriers;
        this.tasks = tasks;
        this.disputes = disputes;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("tasks", tasks.list(done, page, actor));
        model.addAttribute("closed", done);
        return "arc/tasks";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, @AuthenticationPrincipal Actor actor, Model model) {
        TaskView task = tasks.find(UuidText.parse(id), actor).orElseThrow(NotFound::new);
        model.addAttribute("task", task);
        model.addAttribute("mine", actor.accountId().value().equals(task.owner()));
        model.addAttribute("longest", Tasks.LONGEST_RESULT);
        carriers.fill(task, actor, model);
        if (task.kind().equals(Disputes.TASK)) {
            switch (disputes.of(task.subject(), actor)) {
                case Disputes.Look.Shown shown -> model.addAttribute("dispute", shown.disputed());
                case Disputes.Look.Own own -> model.addAttribute("own", true);
                case Disputes.Look.None none -> model.addAttribute("own", false);
            }
        }
        return "arc/task";
    }

    @PostMapping("/{id}/take")
    String take(@PathVariable String id, @AuthenticationPrincipal Actor actor, RedirectAttributes flash) {
        UUID task = UuidText.parse(id);
        say(tasks.take(task, actor), "task.taken", flash);
        return "redirect:/arc/tasks/" + task;
    }

    @PostMapping("/{id}/hand-back")
    String handBack(@PathVariable String id, @AuthenticationPrincipal Actor actor, RedirectAttributes flash) {
        UUID task = UuidText.parse(id);
        say(tasks.handBack(task, actor), "task.handed-back", flash);
        return "redirect:/arc/tasks/" + task;
    }

    @PostMapping("/{id}/close")
    String close(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String result,
            @AuthenticationPrincipal Actor actor,
            Model model,
            RedirectAttributes flash) {
        UUID task = UuidText.parse(id);
        Outcome outcome = tasks.close(task, result, actor);
        if (outcome == Outcome.NO_RESULT) {
            model.addAttribute("problem", "task.outcome.NO_RESULT");
            model.addAttribute("typed", result);
            return show(id, actor, model);
        }
        say(outcome, "task.closed", flash);
        return outcome == Outcome.DONE ? "redirect:/arc/tasks" : "redirect:/arc/tasks/" + task;
    }

    private static void say(Outcome outcome, String done, RedirectAttributes flash) {
        if (outcome == Outcome.DONE) {
            flash.addFlashAttribute("done", done);
        } else {
            flash.addFlashAttribute("refused", "task.outcome." + outcome);
        }
    }
}
