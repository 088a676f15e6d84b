package org.assisterportal.learningcenter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.assisterportal.learning.LearningSignIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What helps those who can't get in: the lost key and the tip sheet. */
@Controller
@RequestMapping("/learn")
class LostKeyController {
    private final LearningSignIn signIn;

    LostKeyController(LearningSignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping("/tip-sheet")
    String tipSheet() {
        return "learningcenter/tip-sheet";
    }

    @GetMapping("/lost-key")
    String show(Model model) {
        model.addAttribute("form", LostKeyForm.EMPTY);
        return "learningcenter/lost-key";
    }

    @PostMapping("/lost-key")
    String mail(
            @Valid @ModelAttribute("form") LostKeyForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return "learningcenter/lost-key";
        }
        signIn.mailKey(form.email(), request.getRemoteAddr());
        redirect.addFlashAttribute("mailed", true);
        return "redirect:/learn/lost-key";
    }
}
