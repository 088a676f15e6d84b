package org.assisterportal.learning.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.assisterportal.learning.domain.Course.Assessment;
import org.assisterportal.learning.domain.Course.BankQuestion;
import org.assisterportal.learning.domain.Course.Check;
import org.assisterportal.learning.domain.Course.Lesson;
import org.assisterportal.learning.domain.Course.Option;
import org.assisterportal.learning.domain.Course.Topic;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the course folders of the class path; a broken file stops the start and says where it is broken. */
final class CourseReader {
    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    private final LessonText texts = new LessonText();
    private final String root;

    /** The folder of all courses, such as {@code classpath*:courses}. */
    CourseReader(String root) {
        this.root = root;
    }

    List<Course> readAll() {
        try {
            List<Course> courses = new ArrayList<>();
            for (Resource file : files.getResources(root + "/*/course.yaml")) {
                courses.add(read(file));
            }
            return courses;
        } catch (IOException e) {
            throw new IllegalStateException("the courses can't be read: " + e.getMessage(), e);
        }
    }

    private Course read(Resource file) throws IOException {
        CourseFile yaml = CourseFile.parse(file.getDescription(), textOf(file));
        String code = yaml.text("code");
        Resource[] lessonFiles = files.getResources(root + "/" + code + "/lessons/*.md");
        List<Lesson> lessons = new ArrayList<>();
        for (Resource lesson : Arrays.stream(lessonFiles).sorted(Comparator.comparing(CourseReader::nameOf)).toList()) {
            lessons.add(lesson(lesson));
        }
        if (lessons.isEmpty()) {
            throw yaml.broken("code", "there are no lessons at courses/" + code + "/lessons");
        }
        String requiredFor = yaml.text("required-for").toUpperCase(Locale.ROOT);
        if (Arrays.stream(Course.RequiredFor.values()).noneMatch(value -> value.name().equals(requiredFor))) {
            throw yaml.broken("required-for", "portal or certification is needed");
        }
        Resource assessment = file.createRelative("assessment.yaml");
        return new Course(
                code,
                yaml.text("title"),
                yaml.text("summary"),
                yaml.number("minutes"),
                Course.RequiredFor.valueOf(requiredFor),
                lessons,
                assessment(assessment, lessons));
    }

    private Lesson lesson(Resource file) throws IOException {
        String[] parts = textOf(file).replace("\r\n", "\n").split("(?m)^---[ ]*$\n?", 3);
        if (parts.length < 3 || !parts[0].isBlank()) {
            throw new IllegalStateException(file.getDescription() + " should begin with a head between two lines ---");
        }
        CourseFile head = CourseFile.parse(file.getDescription(), parts[1]);
        CourseFile check = head.map("check");
        List<Option> options =
                check.maps("options").stream()
                        .map(option -> new Option(option.text("text"), option.yes("correct"), option.text("because")))
                        .toList();
        if (options.size() < 2 || options.stream().filter(Option::correct).count() != 1) {
            throw check.broken("options", "at least two are needed, exactly one of them correct");
        }
        return new Lesson(
                slug(nameOf(file).replaceFirst("\\.md$", "")),
                head.text("title"),
                head.text("objective"),
                head.number("minutes"),
                new Check(check.text("question"), options),
                texts.html(parts[2]));
    }

    private static Assessment assessment(Resource file, List<Lesson> lessons) throws IOException {
        CourseFile yaml = CourseFile.parse(file.getDescription(), textOf(file));
        List<Topic> topics =
                yaml.maps("topics").stream()
                        .map(topic -> new Topic(topic.text("code"), topic.text("title"), topic.number("draw")))
                        .toList();
        Set<String> codes = topics.stream().map(Topic::code).collect(Collectors.toSet());
        Set<String> slugs = lessons.stream().map(Lesson::slug).collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        List<BankQuestion> bank = new ArrayList<>();
        for (CourseFile item : yaml.maps("bank")) {
            BankQuestion question =
                    new BankQuestion(
                            item.text("id"),
                            item.text("topic"),
                            slug(item.text("lesson")),
                            item.text("question"),
                            item.text("right"),
                            item.texts("wrong"),
                            item.text("because"));
            CourseFile named = new CourseFile(file.getDescription() + ", question " + question.id(), item.values());
            require(ids.add(question.id()), named, "id", "is there twice");
            require(codes.contains(question.topic()), named, "topic", "no topic has this code");
            require(slugs.contains(question.lesson()), named, "lesson", "the course has no such lesson");
            Set<String> options = new HashSet<>(question.wrong());
            options.add(question.right());
            require(options.size() == 4, named, "wrong", "three different wrong answers are needed");
            bank.add(question);
        }
        for (Topic topic : topics) {
            long there = bank.stream().filter(question -> question.topic().equals(topic.code())).count();
            require(there >= topic.draw(), yaml, "topics", topic.code() + " draws more questions than it has");
        }
        int drawn = topics.stream().mapToInt(Topic::draw).sum();
        require(drawn == yaml.number("questions"), yaml, "questions", "the topics draw " + drawn);
        return new Assessment(drawn, topics, bank);
    }

    private static void require(boolean holds, CourseFile file, String field, String what) {
        if (!holds) {
            throw file.broken(field, what);
        }
    }

    /** A lesson is named without the number that orders it. */
    private static String slug(String name) {
        return name.replaceFirst("\\.md$", "").replaceFirst("^\\d+-", "");
    }

    private static String nameOf(Resource file) {
        String name = file.getFilename();
        return name == null ? "" : name;
    }

    private static String textOf(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }
}
