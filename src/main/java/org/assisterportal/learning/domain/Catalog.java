package org.assisterportal.learning.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assisterportal.learning.Transcripts;
import org.assisterportal.policy.PolicyValues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The courses, read once at start. */
@Component
class Catalog {
    private final Map<String, Course> courses;
    private final PolicyValues policy;

    @Autowired
    Catalog(PolicyValues policy) {
        this(policy, new CourseReader("classpath*:courses").readAll());
    }

    Catalog(PolicyValues policy, List<Course> courses) {
        this.policy = policy;
        this.courses = courses.stream().collect(Collectors.toUnmodifiableMap(Course::code, Function.identity()));
    }

    Optional<Course> course(String code) {
        return Optional.ofNullable(courses.get(code));
    }

    /** In the order in which they are taken: certification first, then the portal's. */
    List<Course> path() {
        return Stream.concat(
                        policy.inForce("certification.required-courses").items().stream(),
                        Stream.of(Transcripts.PORTAL_COURSE))
                .map(courses::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** How many questions the policy asks in this course's assessment. */
    int questions(Course course) {
        return policy.inForce(
                        course.requiredFor() == Course.RequiredFor.PORTAL
                                ? "portal.assessment.questions"
                                : "certification.questions")
                .number();
    }

    PassMark passMark(Course course) {
        return PassMark.of(
                policy.inForce(
                        course.requiredFor() == Course.RequiredFor.PORTAL
                                ? "portal.assessment.pass-mark-percent"
                                : "certification.pass-mark-percent"));
    }
}
