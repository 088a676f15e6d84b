package org.assisterportal.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assisterportal.learning.domain.Course.BankQuestion;
import org.junit.jupiter.api.Test;

class CourseReaderTests {
    private final List<Course> courses = new CourseReader("classpath*:courses").readAll();

    private Course tiny() {
        return courses.stream().filter(course -> course.code().equals("tiny")).findFirst().orElseThrow();
    }

    @Test
    void lessonsComeInTheOrderOfTheirNumbersAndAreNamedWithoutThem() {
        assertThat(tiny().lessons()).extracting(Course.Lesson::slug).containsExactly("one", "two");
        assertThat(tiny().assessment().bank()).extracting(BankQuestion::lesson).containsOnly("one", "two");
    }

    @Test
    void rawHtmlInALessonIsShownAsText() {
        assertThat(tiny().lessons().getFirst().html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("<table class=\"usa-table\">");
    }

    @Test
    void aBrokenFileSaysWhereItIsBroken() {
        assertThatThrownBy(() -> new CourseReader("classpath*:broken-courses").readAll())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("course.yaml")
                .hasMessageContaining("minutes")
                .hasMessageContaining("whole number");
    }

    @Test
    void aRetryDrawsAnewAndTheRightAnswerIsAtNoFixedPlace() {
        Random random = new Random(7);
        List<List<Draw.Drawn>> draws =
                Stream.generate(() -> Draw.from(tiny().assessment(), 10, random)).limit(50).toList();
        assertThat(draws).allSatisfy(draw -> {
            assertThat(draw).hasSize(10);
            assertThat(draw.stream().filter(drawn -> drawn.question().topic().equals("a"))).hasSize(6);
        });
        assertThat(draws.stream().map(draw -> draw.stream().map(d -> d.question().id()).sorted().toList()).distinct())
                .hasSizeGreaterThan(40);
        assertThat(draws.stream().flatMap(List::stream).map(Draw.Drawn::right).distinct())
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void choosingTheLongestAnswerPassesNoCoursesAssessment() {
        courses.stream().filter(course -> !course.code().equals("tiny")).forEach(course -> {
            long longest = course.assessment().bank().stream().filter(CourseReaderTests::rightIsLongest).count();
            assertThat(longest * 100).as(course.code()).isLessThan(course.assessment().bank().size() * 50L);
        });
    }

    @Test
    void thePortalCourseDrawsTwentyQuestionsFromABankOfSixtyOrMore() {
        courses.stream().filter(course -> course.requiredFor() == Course.RequiredFor.PORTAL).forEach(course -> {
            assertThat(course.assessment().questions()).isEqualTo(20);
            assertThat(course.assessment().bank()).hasSizeGreaterThanOrEqualTo(60);
            assertThat(course.lessons()).hasSizeBetween(8, 12);
        });
    }

    private static boolean rightIsLongest(BankQuestion question) {
        return question.wrong().stream().max(Comparator.comparingInt(String::length)).orElseThrow().length()
                < question.right().length();
    }
}
