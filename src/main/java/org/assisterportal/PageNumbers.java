package org.assisterportal;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

import java.beans.PropertyEditorSupport;

/**
 * Reads every list's {@code page}: a number outside 1 to 100,000 is taken as the nearest one
 * inside.
 */
@ControllerAdvice
class PageNumbers {
    private static final int LAST = 100_000;

    @InitBinder("page")
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(
                int.class,
                new PropertyEditorSupport() {
                    @Override
                    public void setAsText(String text) {
                        setValue((int) Math.clamp(Long.parseLong(text.strip()), 1L, LAST));
                    }
                });
    }
}
